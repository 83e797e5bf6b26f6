"""A repository in which every word that comes from outside is hostile: names, text, titles, YAML and reasons."""

from __future__ import annotations

SCRIPT = "<script>document.title='pwned'</script>"
CANON = f"""\
version: 1
sources:
  "{SCRIPT}":
    title: "<img src=x onerror=document.title='pwned'> {{{{ 7*7 }}}} \\u202Eevil"
    authors: "</style>{SCRIPT}"
    year: 2020
    doi: "10.1000/\\"onmouseover=\\"document.title='pwned'"
  plain:
    title: "\\u2066</title>{SCRIPT}"
    url: "https://example.org/'onmouseover=document.title='pwned'&lt;"
    year: 2020
claims:
  - id: "cure\\"><svg onload=document.title='pwned'>"
    kind: curability
    condition: metastatic breast cancer
    curable: "no"
    says: "</p>{SCRIPT} cannot \\u202E be cured &amp;"
    note: "<b style=color:red>note</b>"
    owner: "<i onclick=document.title='pwned'>owner</i>"
    sources: ["{SCRIPT}", plain]
    reviewed: 2025-01-01
    review-by: 2026-01-01
"""
PAGES = {
    "a' onmouseover=x <img src=x onerror=alert(1)> &lt; \u202egnp.md": (
        "# &lt;script&gt;document.title='pwned'&lt;/script&gt; and cancer\n\n"
        "Metastatic breast cancer &lt;img src=x onerror=\"document.title='pwned'\"&gt; is often curable"
        " &#x202e;evil\u202e \"quoted' &amp;lt;b&amp;gt; &lt;/script&gt;&lt;style&gt;*{display:none}&lt;/style&gt;.\n\n"
        "<!-- medcopy: ignore contradicts-canon -- </td><script>document.title='pwned'</script> -->\n"
        "Metastatic breast cancer is often curable.\n"
    ),
    "b}} {{ 7*7 }} \u2067.html": (
        "<title>&lt;/title&gt;&lt;script&gt;document.title='pwned'&lt;/script&gt;\u202e</title>"
        "<meta name=description content=\"&quot;&gt;&lt;svg onload=document.title='pwned'&gt;\">"
        "<h1 onclick=\"document.title='pwned'\">Metastatic breast cancer</h1>"
        "<p style=\"position:fixed\">Metastatic breast cancer is always curable.<script>document.title='pwned'</script></p>"
        "<ul><li>Metastatic breast cancer is sometimes curable &lt;iframe src=x&gt; \u2069</li></ul>"
    ),
    "right.md": "Metastatic breast cancer cannot be cured.\n",
}
ASIDE = f"""\
version: 1
suppressions:
- path: "pages/b*"
  rule: contradicts-canon
  quote: sometimes curable
  reason: "</table>{SCRIPT} \\u202E"
"""
CONFIG = """\
corpus: [pages]
suppressions: aside.yml
"""
URLS = ("javascript:alert(1)//{path}", 'https://example.org/\\"onmouseover=\\"document.title=1/{path}#L{line}')
REASON = f"</p>{SCRIPT} \u202e"
OWNER = "<i onclick=document.title='pwned'>\u2066"
