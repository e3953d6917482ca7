internal import DriftText

/// A tag of a template language: a Hugo shortcode, a Liquid tag or an expression between double braces.
struct TemplateTag {
    enum Kind: UInt8 {
        /// `{{< name >}}`, `{{% name %}}`, `{% name %}`, `{{ expression }}`.
        case angle, percent, liquid, expression

        /// What ends the tag.
        var end: StaticString {
            switch self {
            case .angle: ">}}"
            case .percent: "%}}"
            case .liquid: "%}"
            case .expression: "}}"
            }
        }

        var style: ContainerStyle { self == .liquid ? .liquid : .shortcode }

        /// The kind of the tag that may start at `offset`.
        static func start(in bytes: [UInt8], at offset: Int, limit: Int) -> Kind? {
            guard offset + 3 < limit, bytes[offset] == UInt8(ascii: "{") else { return nil }
            if bytes[offset + 1] == UInt8(ascii: "%") { return .liquid }
            guard bytes[offset + 1] == UInt8(ascii: "{") else { return nil }
            switch bytes[offset + 2] {
            case UInt8(ascii: "<"): return .angle
            case UInt8(ascii: "%"): return .percent
            default: return .expression
            }
        }

        var openerLength: Int { self == .angle || self == .percent ? 3 : 2 }
    }

    var kind: Kind
    var name: ByteRange
    var isClosing = false
    var isSelfClosing = false
    /// What follows the name.
    var arguments: ByteRange
    /// Source offset behind the tag.
    var end: Int

    /// Reads the inside of a tag that starts at `start` and ends at `end`; a tag without a name is none.
    init?(_ kind: Kind, in bytes: [UInt8], from start: Int, to end: Int) {
        var index = start + kind.openerLength
        var limit = end - kind.end.utf8CodeUnitCount
        func isBlankOrDash(_ byte: UInt8) -> Bool { byte.isSpace || byte == UInt8(ascii: "-") }
        while index < limit, isBlankOrDash(bytes[index]) { index += 1 }
        while limit > index, isBlankOrDash(bytes[limit - 1]) { limit -= 1 }
        if kind.style == .shortcode, limit > index, bytes[limit - 1] == UInt8(ascii: "/") {
            isSelfClosing = true
            limit -= 1
        }
        if kind.style == .shortcode, index < limit, bytes[index] == UInt8(ascii: "/") {
            isClosing = true
            index += 1
            while index < limit, bytes[index].isSpace { index += 1 }
        }
        var nameEnd = min(limit, bytes.nameEnd(from: index))
        if kind == .liquid, nameEnd - index > 3, bytes.starts(with: "end", at: index, limit: nameEnd) {
            isClosing = true
            index += 3
        }
        nameEnd = max(index, nameEnd)
        guard nameEnd > index else { return nil }
        self.kind = kind
        name = ByteRange(index, nameEnd)
        arguments = ByteRange(nameEnd, max(nameEnd, limit))
        self.end = end
    }

    /// How `CloserIndex` names the tag that closes this one.
    func closerKey(in bytes: [UInt8]) -> [UInt8] {
        Array(kind == .liquid ? "{%".utf8 : "{{".utf8) + bytes[name.indices]
    }

    private static let titleKeys = Set(["content", "text"].map { Array($0.utf8) })

    /// Arguments that a reader sees. Of a paired tag, those in quotes without a name are among them.
    func titles(in bytes: [UInt8], isPaired: Bool) -> [ByteRange] {
        let all = AttributeScanner.attributes(in: bytes, arguments)
        return all.filter { attribute in
            guard !attribute.value.isEmpty else { return false }
            if attribute.key.isEmpty { return isPaired && attribute.isQuoted }
            return AttributeScanner.isTitle(attribute.key, in: bytes)
                || TemplateTag.titleKeys.contains(Array(bytes[attribute.key.indices]))
        }.map(\.value)
    }

    private static let literalNames = Set(
        ["raw", "highlight", "codeblock", "code", "verbatim", "comment"].map { Array($0.utf8) })

    /// Whether what stands between the tag and its closer is no Markdown.
    func isLiteral(in bytes: [UInt8]) -> Bool { TemplateTag.literalNames.contains(Array(bytes[name.indices])) }

    func isComment(in bytes: [UInt8]) -> Bool { bytes[name.indices].elementsEqual("comment".utf8) }
}
