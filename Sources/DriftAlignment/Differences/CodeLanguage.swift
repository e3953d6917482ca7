import DriftText

/// What is known of the syntax of a code block by the language that its fence names.
struct CodeLanguage {
    /// What begins a comment in a family of languages, besides the marks that any line is searched for.
    private let mark: [UInt8]
    /// Whether words may stand anywhere, as the labels of a diagram do.
    let isDiagram: Bool
    /// Whether it is one of those whose links are known.
    let diagram: DiagramSyntax?
    /// Whether what is shown is text throughout, as a listing of output is.
    let isText: Bool
    /// Whether a line may end with or without a mark.
    let isScript: Bool
    /// Whether what stands between tags is text.
    let isMarkup: Bool
    /// Whether no language is named.
    let isUnknown: Bool
    private let isJSON: Bool

    private static let families: [(mark: String, names: Set<String>)] = [
        (
            "#",
            [
                "sh", "bash", "shell", "zsh", "fish", "console", "python", "py", "ruby", "rb", "perl", "r", "yaml",
                "yml",
                "toml", "make", "makefile", "dockerfile", "docker", "nginx", "conf", "elixir", "graphql", "powershell",
                "ps1", "cmake", "terraform", "hcl", "properties", "julia", "nix",
            ]
        ),
        ("--", ["sql", "mysql", "pgsql", "postgresql", "lua", "haskell", "hs", "elm", "ada", "vhdl"]),
        (";", ["ini", "asm", "nasm", "lisp", "clojure", "clj", "scheme", "elisp", "racket"]),
        ("%", ["tex", "latex", "matlab", "octave", "erlang", "erl", "prolog"]),
    ]

    init(_ name: some Sequence<UInt8>) {
        let name = String(decoding: name.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
        isUnknown = name.isEmpty
        mark = Self.families.first { $0.names.contains(name) }.map { Array($0.mark.utf8) } ?? []
        isDiagram = ["mermaid", "plantuml", "puml", "dot", "graphviz"].contains(name)
        diagram = name == "mermaid" ? .mermaid : ["plantuml", "puml"].contains(name) ? .plantUML : nil
        isText = ["text", "txt"].contains(name)
        isScript = ["javascript", "js", "jsx", "mjs", "node", "typescript", "ts", "tsx"].contains(name)
        isMarkup = ["html", "htm", "xml", "svg", "vue", "vue-html", "svelte"].contains(name)
        isJSON = ["json", "jsonc", "json5"].contains(name)
    }

    init(_ name: String) { self.init(name.utf8) }

    /// Whether a comment begins where a word does.
    func startsComment(_ rest: ArraySlice<UInt8>) -> Bool { !mark.isEmpty && rest.starts(with: mark) }

    /// The end of the words of a diagram that follow a colon, or `as` in Mermaid, or stand in brackets; nil where none
    /// begin.
    func endOfLabel(_ text: [UInt8], from start: Int) -> Int? {
        if diagram == .mermaid, text[start...].starts(with: " as ".utf8) { return text.count }
        if text[start] == UInt8(ascii: ":"), start + 1 < text.count, text[start + 1] == 0x20 { return text.count }
        let pairs: [(UInt8, UInt8)] = [(0x28, 0x29), (0x5B, 0x5D), (0x7B, 0x7D), (0x7C, 0x7C)]
        guard let close = pairs.first(where: { $0.0 == text[start] })?.1 else { return nil }
        return text[(start + 1)...].firstIndex(of: close)
    }

    /// The end of a key that stands in quotation marks, which is no text; nil where there is none.
    func endOfKey(_ text: [UInt8], from start: Int) -> Int? {
        guard isJSON, let end = text[(start + 1)...].firstIndex(of: text[start]) else { return nil }
        let next = text[(end + 1)...].first { $0 > 0x20 }
        return next == UInt8(ascii: ":") ? end + 1 : nil
    }
}
