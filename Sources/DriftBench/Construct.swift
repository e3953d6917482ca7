/// A document that a naive parser needs quadratic time for, in any size.
struct Construct: Sendable {
    var name: String
    private var part: @Sendable (Int) -> String
    private var before: @Sendable (Int) -> String
    private var after: @Sendable (Int) -> String

    /// The bytes with the construct's part repeated.
    func make(_ count: Int) -> [UInt8] {
        var bytes = Array(before(count).utf8)
        for index in 0..<count { bytes += part(index).utf8 }
        bytes += after(count).utf8
        return bytes
    }

    private init(
        _ name: String, before: @escaping @Sendable (Int) -> String = { _ in "" },
        after: @escaping @Sendable (Int) -> String = { _ in "" },
        part: @escaping @Sendable (Int) -> String
    ) {
        self.name = name
        self.part = part
        self.before = before
        self.after = after
    }

    private static func repeated(_ part: String, after: String = "a\n") -> Construct {
        var name = "repeated "
        for scalar in part.unicodeScalars {
            switch scalar {
            case "\n": name += "⏎"
            case "\r": name += "␍"
            case "\t": name += "→"
            case " ": name += "␠"
            // As JSON and a terminal take it.
            case "\"": name += "”"
            case "\\": name += "⧵"
            case "\u{FEFF}": name += "BOM"
            default: name.unicodeScalars.append(scalar)
            }
        }
        return Construct(name, after: { _ in after }) { _ in part }
    }

    /// Texts for the YAML reader.
    static let yaml: [Construct] = [
        Construct("YAML keys") { "k\($0): v\n" },
        Construct("YAML items") { _ in "- a\n" },
        Construct("YAML nested sequences") { _ in "- " },
        Construct("YAML nested flow sequences", after: times("]")) { _ in "[" },
        Construct("YAML nested flow mappings") { _ in "{a: " },
        Construct("YAML flow items", before: { _ in "[" }, after: { _ in "]" }) { "a\($0)," },
        Construct("YAML quotes") { _ in "\"" },
        Construct("YAML escapes", before: { _ in "\"" }, after: { _ in "\"" }) { _ in "\\n" },
        Construct("YAML lines of a plain scalar", before: { _ in "a:\n" }) { _ in "  b\n" },
        Construct("YAML lines of a literal", before: { _ in "a: |\n" }) { _ in "  b\n" },
        Construct("YAML blank lines of a folded scalar", before: { _ in "a: >\n  b\n" }) { _ in "\n" },
        Construct("YAML comments") { _ in "# a\n" },
        Construct("YAML blanks", after: { _ in "a\n" }) { _ in " " },
        Construct("YAML keys of one name") { _ in "a: b\n" },
        Construct("YAML tags") { _ in "!a " },
        Construct("YAML anchors") { "- &a\($0) *b\n" },
    ]

    static let all: [Construct] = nesting + parts.map { repeated($0) } + numbered + tables

    private static func times(_ text: String) -> @Sendable (Int) -> String {
        { String(repeating: text, count: $0) }
    }

    private static let nesting = [
        Construct("nested brackets", after: times("]")) { _ in "[" },
        Construct("nested links", after: times("](u)")) { _ in "[a " },
        Construct("nested images", after: times("](u)")) { _ in "![a " },
        Construct("link in image in link", after: times("](u)](u)")) { _ in "[![" },
        Construct("nested emphasis", after: times("a*")) { _ in "*a" },
        Construct("nested strong", after: times("a**")) { _ in "**a" },
        Construct("nested mixed emphasis", after: times("a*_")) { _ in "_*a" },
        Construct("parentheses in a destination", before: { _ in "[a](" }) { _ in "(" },
        Construct("nested parentheses in destinations", after: times(")")) { _ in "[a](b(" },
        Construct("lazy lines of nested quotes", before: times(">")) { _ in "a\n" },
        Construct("blank lines below nested items", before: { times("- ")($0) + "a\n" }) { _ in "\n" },
        Construct("blank lines below nested numbers", before: { times("1. ")($0) + "a\n" }) { _ in "\n" },
        Construct("lines below nested quotes", before: { times("> ")($0) + "a\n" }) { _ in "> a\n" },
        Construct("blank lines below alternating nesting", before: { times("> - ")($0) + "a\n" }) { _ in "\n" },
        Construct("quotes that open and close") { $0 % 2 == 0 ? "> a\n" : "\n" },
    ]

    /// Repeated as they are: what opens is never closed.
    private static let parts = [
        ">", "> ", "- ", "1. ", "> - ", "- > ", "* a\n", "1. a\n\n", "- [ ] a\n", "[", "]", "![", "[a](", "[a](<b",
        "[a](b \"c ",
        "![a](b", "[a][b", "[a] ", "[a]: ", "[a]: u\n", "[a]: <u\n", "[a]:\n", "[a]: u 'b\n", "(", ")", "*", "_", "*a ",
        "*a_ ",
        "**a *a ", "_a __a ", "a**b c* ", "*_", "~a ", "~~a ~b", "a*", "a_ *b ", "***a **b* ", "`a", "`` a ` b ",
        "```\n", "~~~\n",
        "```a\n```\n", "<!-- ", "<!--\n\n", "<![CDATA[ ", "<!A ", "<? ", "<", "<a ", "<a b=\"", "<a b='c' ", "</a ",
        "<a\n", "<div>\n",
        "<a@", "<a:b ", "&", "&amp", "&#", "\\", "\\\\\n", "a  \n", "a\\\n", "www.", "www.a.b ", "http://",
        "http://a.b(", "a@", "a@b.c ",
        "a.b_", ":", "::: a\n", ":::a[b\n", ":::\n", "<A b={", "<A>\n", "{{< a ", "{{% a %}}\n", "{{< a >}}", "{% a ",
        "{a ", "{: #a ",
        "{#a} ", "!!! note\n", "??? note \"\n", "    !!! note\n", "=== \"a\"\n", "/// note\n", "{* a", "[!INCLUDE [",
        "[!NOTE]\n",
        "> [!NOTE]\n", "$a", "$$\n", "$`a", "a\n: b\n", "import a\n", "export a = {\n", "# [a](#tab/b)\n", ":::image ",
        "# a\n",
        "a\n=\n", "a\n---\n", "    a\n", "\ta\n", "\n", "\r", "a\r", "a\r\n", "a\n", "a ", "\t", " ", "\u{FEFF}", "é*",
        "|", "|a", "a|\n",
        "|a|\n|-|\n", "|-", "a\n|-|\n", "[^a]: b\n", "[^a] ", "[^a", "![^a]", "- a\n  - b\n", "+ \n", "***\n",
        "--- a\n", "---\n",
        "+++\n", "a: b\n", "<p>\n\n", "<script>\n", "--8<-- \"a\"\n", "^^a ", "==a ", "*[a]: b\n",
        "<Tabs>\n<Tab a=\"b\">\n",
    ]

    private static let numbered = [
        Construct(
            "code spans of growing length",
            before: { count in
                var text = ""
                var length = 1
                while text.utf8.count < 4 * count {
                    text += String(repeating: "`", count: length) + "a"
                    length += 1
                }
                return text
            }
        ) { _ in "" },
        Construct("definitions of many labels") { "[l\($0)]: /u\n" },
        Construct("uses of many labels", after: { _ in "\n\n[l1]: /u\n" }) { "[l\($0)] " },
        Construct("definitions of one label in use", after: { _ in "\n[a]\n" }) { _ in "[a]: /u\n" },
        Construct("footnotes that refer to one another") { "[^\($0)]: [^\($0 + 1)]\n\n" },
        Construct("footnotes that all refer to one", before: { _ in "[^0]\n\n" }) { "[^\($0)]: [^0] [^\($0 / 2)]\n\n" },
        Construct(
            "references to many footnotes",
            after: { count in
                "\n\n" + (0..<count).map { "[^\($0)]: n\n" }.joined()
            }
        ) { "[^\($0)] " },
        Construct("headings of one text") { _ in "# a\n\n" },
        Construct("front matter", before: { _ in "---\n" }, after: { _ in "---\n" }) { "k\($0): v\n" },
        Construct("front matter without an end", before: { _ in "---\n" }) { "k\($0): v\n" },
        Construct("opening lines of front matter") { _ in "---\na: b\n" },
    ]

    private static let tables = [
        Construct("wide table", after: { "|\n" + times("|-")($0) + "|\n" + times("|b")($0) + "|\n" }) { _ in "|a" },
        Construct(
            "short rows below a wide header",
            before: { count in
                times("|a")(count) + "|\n" + times("|-")(count) + "|\n"
            }
        ) { _ in "|b|\n" },
        Construct("long rows below a narrow header", before: { _ in "|a|\n|-|\n" }) { $0 % 100 == 99 ? "|\n" : "|b" },
        Construct("rows of one cell", before: { _ in "|a|\n|-|\n" }) { _ in "b\n" },
        Construct("escaped pipes", before: { _ in "|a|\n|-|\n|" }) { _ in "\\|" },
        Construct("delimiter rows that fit nothing") { _ in "a|b\n|-\n" },
    ]
}
