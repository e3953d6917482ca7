package import DriftText

/// The notations in which documentation sites write containers; a container's `detail.code` is the raw value.
package enum ContainerStyle: UInt8, CaseIterable, Sendable {
    /// `:::name title` to `:::` (Docusaurus, VitePress, Learn and many more).
    case colons = 1
    /// `/// name | Title` to `///` (pymdownx blocks).
    case slashes
    /// `:::zone …` to `:::zone-end` (Learn).
    case named
    /// `!!! name "Title"` over an indented body (MkDocs).
    case admonition
    /// `??? name "Title"`, the same folded away.
    case collapsible
    /// `=== "Title"` over an indented body.
    case tab
    /// `{{< name >}}` to `{{< /name >}}` (Hugo).
    case shortcode
    /// `{% name %}` to `{% endname %}` (Jekyll, Liquid, Hexo).
    case liquid
    /// `<Name>` to `</Name>` on lines of their own (MDX, Vue).
    case component

    /// The body is what is indented by four columns, so that there is nothing to close it.
    var isIndented: Bool { self == .admonition || self == .collapsible || self == .tab }
}

/// What the opening line of a container or a directive says.
struct BlockHeader {
    /// Nil for a directive that looks like no container.
    var style: ContainerStyle?
    /// Length of the fence of colons or slashes; otherwise 0.
    var fence = 0
    var name = ByteRange.empty
    /// What a reader sees as title, in order; never empty ranges.
    var titles: [ByteRange] = []
    /// Offset behind its last byte.
    var end: Int

    mutating func addTitle(_ range: ByteRange) {
        if !range.isEmpty { titles.append(range) }
    }
}

extension Document {
    /// The notation of a container or of a directive that looks like one; nil for other blocks.
    package func containerStyle(of block: Int) -> ContainerStyle? {
        guard blocks[block].kind == .container || blocks[block].kind == .directive else { return nil }
        return ContainerStyle(rawValue: blocks[block].detail.code)
    }

    /// What of a container or a directive no reader sees: its opening line without titles, its closer, arguments. None
    /// of the ranges begins or ends in white space.
    package func machinery(of block: Int) -> [ByteRange] {
        let node = blocks[block]
        guard node.kind == .container || node.kind == .directive else { return [] }
        var result: [ByteRange] = []
        var start = node.range.lower
        for child in children(of: block) {
            addTrimmed(ByteRange(start, blocks[child].range.lower), to: &result)
            start = blocks[child].range.upper
        }
        addTrimmed(ByteRange(start, node.range.upper), to: &result)
        return result
    }

    private func addTrimmed(_ range: ByteRange, to result: inout [ByteRange]) {
        let text = source.bytes[range.indices]
        guard let first = text.firstIndex(where: { !$0.isSpace }), let last = text.lastIndex(where: { !$0.isSpace })
        else { return }
        result.append(ByteRange(first, last + 1))
    }

    /// The titles of a container or a directive: its first children of kind `containerTitle`.
    package func titles(of block: Int) -> [Int] {
        let isHolder = blocks[block].kind == .container || blocks[block].kind == .directive
        return isHolder ? children(of: block).prefix { blocks[$0].kind == .containerTitle } : []
    }
}
