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
        if let lines = changedLines(Int(blocks.0), Int(blocks.1)) { return [lines] }
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

    /// The lines that `js{4,7-9}` sets off, where both blocks have as many and the numbers are others.
    private func changedLines(_ source: Int, _ target: Int) -> Difference? {
        let documents = (pair.sourceOutline.document, pair.targetOutline.document)
        let fences = (
            pair.sourceOutline.fenceLine(of: pair.sourceIndex), pair.targetOutline.fenceLine(of: pair.targetIndex)
        )
        guard documents.0.blocks[source].detail.code != 0, documents.1.blocks[target].detail.code != 0,
            documents.0.blocks[source].lines.count == documents.1.blocks[target].lines.count,
            let expected = Self.lineNumbers(documents.0.source.bytes[fences.0.indices]),
            let found = Self.lineNumbers(documents.1.source.bytes[fences.1.indices]), expected != found
        else { return nil }
        let passage = pair.sourcePassage(fences.0)
        return Difference(
            .changed, .codeLanguage, at: pair.targetPassage(fences.1), counterparts: [passage],
            expected: String(decoding: expected, as: UTF8.self), found: String(decoding: found, as: UTF8.self),
            cause: Difference.cause(.changed, .codeLanguage, fences.0))
    }

    /// The first `{…}` of a fence that holds nothing but numbers; nil where there is none.
    private static func lineNumbers(_ fence: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard let start = fence.firstIndex(of: UInt8(ascii: "{")),
            let end = fence[start...].firstIndex(of: UInt8(ascii: "}")), end > start + 1,
            fence[(start + 1)..<end].allSatisfy({ $0.isASCIIDigit || ",- ".utf8.contains($0) })
        else { return nil }
        return fence[start...end]
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
