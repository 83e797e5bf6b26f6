"""Language: sentences, mentions, quantities, assertion, claims, by the packs. The only part that imports spaCy."""
