import DriftLanguage

/// The brackets of a text: which of them have no partner, and which pair is of two widths.
struct Brackets {
    /// The first bracket without a partner.
    private(set) var unpaired: Range<Int>?
    /// The first pair whose brackets are of full and of half width.
    private(set) var mixed: Range<Int>?

    private struct Open {
        let kind: Int
        let isWide: Bool
        let range: Range<Int>
    }

    var isClean: Bool { unpaired == nil && mixed == nil }

    /// Linear in the text's length.
    init(in text: [UInt8]) {
        var open: [Open] = []
        var index = 0
        while index < text.count {
            guard TextMarks(beginningWith: text[index]).contains(.bracket) else {
                index += 1
                continue
            }
            let scalar = text.scalar(at: index)
            let range = index..<index + scalar.length
            index = range.upperBound
            if let kind = Self.opening.firstIndex(of: scalar.value) {
                open.append(Open(kind: kind % Self.kinds, isWide: kind >= Self.kinds, range: range))
            } else if let kind = Self.closing.firstIndex(of: scalar.value) {
                if let last = open.last, last.kind == kind % Self.kinds {
                    open.removeLast()
                    let isWide = kind >= Self.kinds
                    if last.isWide != isWide { mixed = mixed ?? last.range.lowerBound..<range.upperBound }
                } else if !Self.isEnumerator(text, before: range.lowerBound) {
                    unpaired = unpaired ?? range
                }
            }
        }
        unpaired = unpaired ?? open.first { !Self.isFace(text, $0.range) }?.range
    }

    private static let kinds = 9
    /// Half width, then full width.
    private static let opening: [UInt32] = [
        0x28, 0x5B, 0x7B, 0x300C, 0x300E, 0x3010, 0x300A, 0x3008, 0x3014, 0xFF08, 0xFF3B, 0xFF5B,
    ]
    private static let closing: [UInt32] = [
        0x29, 0x5D, 0x7D, 0x300D, 0x300F, 0x3011, 0x300B, 0x3009, 0x3015, 0xFF09, 0xFF3D, 0xFF5D,
    ]

    /// Whether a closing bracket follows a letter or number that counts, as in `a)`, or makes a face, as in `:)`.
    private static func isEnumerator(_ text: [UInt8], before index: Int) -> Bool {
        guard index > 0 else { return true }
        if ":;-=".utf8.contains(text[index - 1]) { return true }
        if index <= 4, index == text.scalar(at: 0).length { return true }
        let word = text[..<index].suffix(while: \.isASCIIAlphanumeric)
        guard !word.isEmpty, word.count <= 2 else { return false }
        return word.startIndex == 0 || text[word.startIndex - 1] == 0x20 || text[word.startIndex - 1] >= 0x80
    }

    private static func isFace(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        range.lowerBound > 0 && ":;".utf8.contains(text[range.lowerBound - 1])
    }
}

extension UInt8 {
    fileprivate var isASCIIAlphanumeric: Bool { isASCIILetter || self >= 0x30 && self <= 0x39 }
}

extension ArraySlice<UInt8> {
    /// The longest end of which all elements satisfy a condition.
    fileprivate func suffix(while condition: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        var start = endIndex
        while start > startIndex, condition(self[start - 1]) { start -= 1 }
        return self[start...]
    }
}
