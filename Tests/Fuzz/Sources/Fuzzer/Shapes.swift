extension Surface {
    /// Lines and parts of lines that occur in files of that kind, for the mutator to put elsewhere.
    var shapes: [String] {
        switch self {
        case .parse: Shapes.markdown
        case .pair: Shapes.markdown + Shapes.drift
        case .yaml: Shapes.yaml
        case .configuration: Shapes.configuration + Shapes.yaml
        case .rule: Shapes.rule + Shapes.terms
        case .baseline: Shapes.baseline + Shapes.yaml
        case .profile: Shapes.profile
        case .terms: Shapes.terms + Shapes.drift
        case .pattern: Shapes.pattern
        case .arguments: Shapes.arguments
        case .layout: Shapes.layout
        }
    }

}

private enum Shapes {
    static let markdown = [
        "# Title {#id}", "Title\n---", "- [ ] item", "1. first\n2. second", "> [!NOTE]\n> Mind this.", "***both***",
        "| a | b |\n|:--|--:|", "| 1 | `x|y` |", "```swift\nlet x = 1\n```", "    code", "[a](b.md \"c\")",
        "![p](q.png)",
        "[r]: https://example.com/x", "[^1]: A note.", "<details>\n<summary>More</summary>", "</details>", "<!-- c -->",
        ":::tip Title\ntext\n:::", "{% note %}\ntext\n{% endnote %}", "{{< ref \"a.md\" >}}", "!!! warning\n    text",
        "import A from './a.js'", "<A b={c} />", "$$\nx^2\n$$", "Term\n: Meaning", "---\ntitle: A\ntags: [a, b]\n---",
        "+++\ntitle = 'A'\n+++", "&amp;&#x41;&bogus;", "https://example.com/a?b=c#d", "~~gone~~", "\\*", "a  \nb",
        "\t- x",
        "[!INCLUDE [a](b.md)]", "::: zone pivot=\"a\"", "<span style=\"x\">", "\u{200B}\u{202E}\u{FEFF}", "e\u{301}",
    ]

    static let drift = [
        "=====", "Wait for 20 seconds.", "Warten Sie 30 Sekunden.", "30 秒お待ちください。", "| 2020-03-27 | TBD | 1,000 |",
        "| 27.3.2020 | offen | 1.000 |", "未定", "N/A", "Do not restart.", "Starten Sie neu.", "v1.2.3-beta.4", "12 %",
        "USD 5",
        "{name} %s ${x} {{count}}", "`make all`", "[guide](../en/a.md#setup)", "[Anleitung](../de/a.md#einrichtung)",
        "<!-- driftlint-disable changed-number -->", "<!-- driftlint-disable-next-line links(de,ja) -- why -->",
        "<!-- driftlint-enable -->", "<!-- driftlint-disable-file -->", "<kbd>Ctrl</kbd>", "**bold** and *thin*",
        "„so“ “so”",
        "twenty-one million", "5. Mai 2021", "令和2年3月4日", "1½ · 2×10³", "-0x1F", "00:60–24:01", "９９",
    ]

    static let yaml = [
        "key: value", "- item", "a: {b: [c, \"d\"], e: }", "t: |\n  one\n   two", "t: >-\n  one\n\n  two", "'it''s': 1",
        "\"\\u00e9\\x41\\n\"", "# comment", "? complex\n: value", "&a *a", "!!str x", "---", "...", "- - - x", "~",
        "0x1F",
        "key:\n- a\n- b", "? [", "{", "\t", "%YAML 1.2",
    ]

    static let configuration = [
        "source: en", "locales: [ de, ja ]", "layout: \"docs/{locale}/{path}\"", "include: [ \"docs/**\" ]",
        "exclude: [ a ]",
        "select: [ structure ]", "ignore: [ changed-number ]", "severity:\n  changed-number: info", "fail-on: warning",
        "baseline: b.yml", "profile: p.json", "rules: [ own ]", "terms: [ terms.csv ]", "pending: info",
        "roots:\n  docs:",
        "aliases: { jp: ja }", "overrides:\n  - paths: [ a ]\n    ignore: [ b ]", "fail-on-pending: true",
    ]

    static let rule = [
        "---\nid: own-rule\ncheck: matches\nseverity: warning\n---", "check: same-values", "check: present",
        "of: heading",
        "over: [ changed-number ]", "pattern: \"(\\\\d+) s\"", "unless: x", "per: locale", "values: [ number ]",
        "enabled: false",
        "# Own rule", "## Flagged", "## Passes", "```md en\n# A\n```", "```md de docs/de/x.md\n# B↓\n```",
        "also: [ x ]",
        "```md de escaped\n\\u{200B}\n```", "of: [ table-row, list-item ]", "locales: [ de ]", "most: 3",
    ]

    static let terms = [
        "| en | de | note |\n|----|----|------|", "| door | Tür, Türe | n. |", "en,de,note", "\"a \"\"b\"\"\",c",
        "door;Tür",
        "<termEntry id=\"c1\">", "</termEntry>", "<langSet xml:lang=\"de\"><tig><term>Tür</term></tig></langSet>",
        "<conceptEntry>", "<termSec>", "<termNote type=\"administrativeStatus\">preferredTerm-admn-sts</termNote>",
        "<?xml version=\"1.0\"?>", "<!DOCTYPE martif SYSTEM \"TBXcoreStructV02.dtd\">", "<!ENTITY x \"&x;&x;\">", "&x;",
        "&#65;",
        "<![CDATA[x]]>", "<martif type=\"TBX\"><text><body>", "</body></text></martif>", "*", "-", "forbidden",
    ]

    static let baseline = [
        "version: 1", "findings:", "findings: []",
        "- path: de/a.md\n  rule: changed-number\n  fingerprint: 0123456789abcdef",
        "  - {path: \"a\", rule: b, fingerprint: ffffffffffffffff}", "<<<<<<< HEAD", "=======", ">>>>>>> x",
    ]

    static let profile = [
        "{", "}", "\"driftlint-profile\": 1,", "\"emphasis\": {},", "\"de\": [1, 2],", "\"frontMatter\": {",
        "\"de title\": [3, 4],",
        "\"usage\": {\"0123456789abcdef\": [1, 0]}", "-1", "1000000001", "1e9", "null", "\"\\ud800\"",
    ]

    static let pattern = [
        "(a|b)*", "[^\\d\\s]{2,9}", "(?:x+)+y", "\\bw\\b", "^$", "\\p{Han}", "(.)(.)", "{1000}", "[a-z-]", "\\u{1F600}",
        "a{0}",
        "(((((a?)?)?)?)?)*", "|", "[]]", "\\",
    ]

    static let arguments = [
        "check", "compare", "locales", "align", "parse", "explain", "rules", "test-rules", "init", "config", "baseline",
        "prune",
        "profile", "selftest", "completions", "manual", "help", "--output-format", "sarif", "--output", "json=x.json",
        "--fix",
        "--diff", "--select", "links,values", "--locale=de", "--root", "de=docs/de", "--jobs", "-j2", "-q", "--", "-",
        "--set",
        "fail-on=info", "--changed-since", "HEAD", "--staged", "--write-baseline=b.yml", "--color=never",
        "--max-findings", "es=a.md",
        "--format", "xliff", "--no-config", "--per-kind", "99999999999999999999", "--help", "--version", "\u{1B}[31m",
        "bash",
    ]

    static let layout = [
        "docs/en/a.md", "docs/de/a.md", "a.md", "a.de.md", "a-jp.md", "README.zh-CN.md", "README.md",
        "i18n/pt-BR/docs/x.mdx",
        "content/english/a.markdown", "_i18n/sr@latin/b.md", "de/-x.md", "en/a:b\"c.md", "translations/zh_Hans/a.md",
        "en-US/x.md",
        "*.md", "!docs/", "**/de", "[a-", "/build", "docs_dir: docs", "defaultLocale: 'fr',", "languageCode = 'en-us'",
        "i18n: {locales: ['en', \"de\"], defaultLocale: \"de\"}", "source: /docs/en/**/*.md", "// a /* b */ `c${d}`",
    ]
}
