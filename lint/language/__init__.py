"""Language: the only part that imports spaCy. Sentences, mentions, quantities and assertion, by the rules of the packs."""
