import DriftText

/// Compares the languages that the fences of two code blocks name.
struct CodeFenceDifferences {
    let pair: SegmentPair

    /// Names that highlight alike; another name is another language.
    private static let families: [Set<String>] = [
        [
            "javascript", "js", "jsx", "mjs", "node", "typescript", "ts", "tsx", "json", "jsonc", "json5",
        ],
        ["shell", "sh", "bash", "zsh", "console", "terminal", "shell-session", "shellsession", "sh-session"],
        ["powershell", "ps1", "pwsh"], ["python", "py", "python3", "pycon"], ["yaml", "yml"], ["toml"],
        ["html", "htm", "vue", "vue-html", "xml", "svg", "svelte"], ["css", "scss", "sass", "less"], ["java"],
        ["kotlin", "kt"],
        ["swift"], ["go", "golang"], ["rust", "rs"], ["c", "cpp", "c++", "h"], ["csharp", "cs", "c#"], ["ruby", "rb"],
        ["php"], ["sql", "mysql", "pgsql", "postgresql"], ["ini", "properties", "conf", "cfg"],
        ["dockerfile", "docker"], ["nginx"], ["diff", "patch"], ["makefile", "make"], ["mermaid"],
        ["plantuml", "puml"],
        ["graphql", "gql"], ["dart"], ["scala"], ["lua"], ["groovy", "gradle"], ["http"],
    ]

    func differences() -> [Difference] {
        let blocks = (
            pair.sourceOutline.part(of: pair.sourceIndex).block, pair.targetOutline.part(of: pair.targetIndex).block
        )
        let names = (name(pair.sourceOutline, Int(blocks.0)), name(pair.targetOutline, Int(blocks.1)))
        guard let family = Self.families.first(where: { $0.contains(names.0) }), !family.contains(names.1),
            pair.targetOutline.document.blocks[Int(blocks.1)].detail.code != 0
        else { return [] }
        let source = pair.sourceOutline.document.codeLanguage(of: Int(blocks.0))
        let expected = pair.sourcePassage(source)
        let fence = pair.targetOutline.fenceLine(of: pair.targetIndex)
        return [
            Difference(
                .changed, .codeLanguage, at: pair.targetPassage(fence), counterparts: [expected], expected: names.0,
                found: names.1, cause: Difference.cause(.changed, .codeLanguage, source))
        ]
    }

    private func name(_ outline: Outline, _ block: Int) -> String {
        let bytes = outline.document.source.bytes[outline.document.codeLanguage(of: block).indices]
        return String(decoding: bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}

extension Outline {
    /// The opening fence of a code block, to the end of its line.
    fileprivate func fenceLine(of segment: Int) -> ByteRange {
        let start = part(of: segment).range.lower
        let line = document.source.lineRange(document.source.lineIndex(at: start))
        return ByteRange(start, max(start, line.upper))
    }
}
