private import DriftText

extension YAMLNode {
    /// The value on one line, as flow style writes it; what is not plain is quoted.
    package var flowText: String {
        switch kind {
        case .scalar(let text, let style): Self.scalar(text, isPlain: style == .plain)
        case .sequence(let items):
            items.isEmpty ? "[]" : "[ \(items.map(\.flowText).joined(separator: ", ")) ]"
        case .mapping(let pairs):
            pairs.isEmpty
                ? "{}" : "{ \(pairs.map { "\($0.key.flowText): \($0.value.flowText)" }.joined(separator: ", ")) }"
        }
    }

    /// A text as a value of flow style.
    package static func scalar(_ text: String, isPlain: Bool = false) -> String {
        let node = YAMLNode(kind: .scalar(text, .plain), range: .empty)
        let isWord = text.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || wordMarks.contains($0) }
        let startsAsWord = text.utf8.first.map { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: ".") }
        let isOther = node.isNull || node.bool != nil || node.integer != nil
        if isWord, startsAsWord == true, isPlain || !isOther { return text }
        var bytes: [UInt8] = []
        bytes.appendJSONString(text)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let wordMarks = Array("-_./".utf8)
}
