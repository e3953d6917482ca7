package import DriftText

/// A value read from YAML together with where it stands.
package struct YAMLNode: Sendable {
    /// How a scalar was written.
    package enum Style: UInt8, Sendable {
        case plain, singleQuoted, doubleQuoted, literal, folded
        /// An anchor, alias or tag with what it applies to, kept as it stands in the source.
        case opaque
    }

    package enum Kind: Sendable {
        case scalar(String, Style)
        case sequence([YAMLNode])
        /// In the order of the source; keys are scalars and no two of them are equal.
        case mapping([(key: YAMLNode, value: YAMLNode)])
    }

    package var kind: Kind
    /// From the first byte (a quote, a bracket, the first key) to the end of the last; empty for a value that is not
    /// there, which stands right after its `:` or `-`.
    package var range: ByteRange

    package init(kind: Kind, range: ByteRange) {
        self.kind = kind
        self.range = range
    }
}

extension YAMLNode {
    /// The value of a mapping's key; nil when there is no such key or this is no mapping. O(number of keys).
    package subscript(key: String) -> YAMLNode? {
        guard case .mapping(let pairs) = kind else { return nil }
        return pairs.first { $0.key.string?.utf8.elementsEqual(key.utf8) ?? false }?.value
    }

    /// A mapping's pairs; none for a null, nil for anything else.
    package var pairs: [(key: YAMLNode, value: YAMLNode)]? {
        if case .mapping(let pairs) = kind { return pairs }
        return isNull ? [] : nil
    }

    /// A sequence's items; nil for anything else.
    package var items: [YAMLNode]? {
        guard case .sequence(let items) = kind else { return nil }
        return items
    }

    /// A scalar's text whatever its style: `1.0` and `no` as written, a missing value as the empty string.
    package var string: String? {
        guard case .scalar(let text, _) = kind else { return nil }
        return text
    }

    /// The text of a scalar or of every item of a sequence of scalars; none for a null, nil for anything else.
    package var strings: [String]? {
        if isNull { return [] }
        if let string { return [string] }
        guard let items else { return nil }
        let texts = items.compactMap(\.string)
        return texts.count == items.count ? texts : nil
    }

    /// True and false of YAML 1.2's core schema: unquoted `true`, `True`, `TRUE` and their counterparts.
    package var bool: Bool? {
        guard case .scalar(let text, .plain) = kind else { return nil }
        switch text {
        case "true", "True", "TRUE": return true
        case "false", "False", "FALSE": return false
        default: return nil
        }
    }

    /// An unquoted decimal integer.
    package var integer: Int? {
        guard case .scalar(let text, .plain) = kind else { return nil }
        return Int(text)
    }

    /// A missing value, or an unquoted `~` or `null`.
    package var isNull: Bool {
        guard case .scalar(let text, .plain) = kind else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(text)
    }
}
