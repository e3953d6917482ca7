import DriftText

/// Reads one line of a diagram.
struct DiagramLinkScanner {
    let text: [UInt8]
    let syntax: DiagramSyntax
    private var index = 0
    private var tokens: [DiagramLink.Token] = []

    init(text: [UInt8], syntax: DiagramSyntax) {
        self.text = text
        self.syntax = syntax
    }

    /// nil for a line without an arrow between two things, and for what reads otherwise. Linear in the line but for
    /// brackets that are never closed.
    func link() -> DiagramLink? {
        var scan = self
        while scan.index < text.count {
            guard let isMore = scan.step() else { return nil }
            if !isMore { break }
        }
        func isArrow(_ token: DiagramLink.Token) -> Bool { if case .arrow = token { true } else { false } }
        guard scan.tokens.contains(where: isArrow), let first = scan.tokens.first, let last = scan.tokens.last,
            !isArrow(first), !isArrow(last)
        else { return nil }
        return DiagramLink(tokens: scan.tokens)
    }

    /// Whether there may be more; nil for what is no link.
    private mutating func step() -> Bool? {
        let byte = text[index]
        if byte <= 0x20 || byte == UInt8(ascii: ";") {
            index += 1
            return true
        }
        if takeArrow() { return true }
        switch byte {
        case UInt8(ascii: ":"):
            guard text[index...].starts(with: ":::".utf8) else { return false }
            return takeMark(3)
        case UInt8(ascii: "|"), 0x22:
            guard let end = text[(index + 1)...].firstIndex(of: byte) else { return nil }
            // What stands in quotation marks may be a node.
            if byte == 0x22 { tokens.append(.mark([byte])) }
            index = end + 1
            return true
        case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"): return takeShape()
        default: return isNameByte(byte) ? takeName() : takeMark(1)
        }
    }

    private mutating func takeMark(_ length: Int) -> Bool {
        tokens.append(.mark(Array(text[index..<(index + length)])))
        index += length
        return true
    }

    // MARK: Names and shapes

    private func isNameByte(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "_") || byte >= 0x80
    }

    /// Two names in a row are words.
    private mutating func takeName() -> Bool? {
        if case .name = tokens.last { return nil }
        var end = index
        while end < text.count {
            let isJoint =
                (text[end] == UInt8(ascii: "-") || text[end] == UInt8(ascii: ".")) && end + 1 < text.count
                && isNameByte(text[end + 1])
            guard isNameByte(text[end]) || isJoint else { break }
            end += 1
        }
        tokens.append(.name(Array(text[index..<end])))
        index = end
        return true
    }

    /// A node's text in its brackets, of which the opening ones say how the node looks.
    private mutating func takeShape() -> Bool? {
        let openers = text[index...].prefix { "[({".utf8.contains($0) }
        var depth = 0
        var isQuoted = false
        for place in index..<text.count {
            if text[place] == 0x22 { isQuoted.toggle() }
            if isQuoted { continue }
            if "[({".utf8.contains(text[place]) { depth += 1 }
            if "])}".utf8.contains(text[place]) { depth -= 1 }
            if depth == 0 {
                tokens.append(.mark(Array(openers)))
                index = place + 1
                return true
            }
        }
        return nil
    }

    // MARK: Arrows

    private func isArrowByte(_ byte: UInt8) -> Bool {
        "-=.<>~".utf8.contains(byte) || syntax == .plantUML && byte == UInt8(ascii: "|")
    }

    /// The end of an arrow's signs; nil where none begin.
    private func endOfArrow(from start: Int) -> Int? {
        var end = start
        while end < text.count, isArrowByte(text[end]) { end += 1 }
        if syntax == .plantUML, end == start + 1, let bent = endOfBentArrow(from: end) { return bent }
        let isAsynchronous = end < text.count && text[end] == UInt8(ascii: ")") && syntax == .mermaid && end > start
        let signs = text[start..<end]
        guard signs.count >= 2 || isAsynchronous, signs.contains(where: { "-=.~".utf8.contains($0) }) else {
            return nil
        }
        if isAsynchronous { return end + 1 }
        // A cross or a circle at its end.
        let isEnd = end + 1 < text.count && (text[end] == UInt8(ascii: "x") || text[end] == UInt8(ascii: "o"))
        return isEnd && text[end + 1] == 0x20 ? end + 1 : end
    }

    /// `-up->` and `-[#red]->`.
    private func endOfBentArrow(from start: Int) -> Int? {
        guard start < text.count, start >= 2, text[start - 2] == 0x20 else { return nil }
        var end = start
        if text[end] == UInt8(ascii: "[") {
            guard let close = text[end...].firstIndex(of: UInt8(ascii: "]")) else { return nil }
            end = close + 1
        }
        while end < text.count, text[end].isASCIILetter { end += 1 }
        let signs = text[end...].prefix { isArrowByte($0) }
        return end > start && !signs.isEmpty ? end + signs.count : nil
    }

    private mutating func takeArrow() -> Bool {
        guard let end = endOfArrow(from: index) else { return false }
        let signs = Array(text[index..<end])
        tokens.append(.arrow(signs))
        index = end
        let isOpen = ["--", "==", "-."].contains { $0.utf8.elementsEqual(signs) }
        if syntax == .mermaid, isOpen, let next = closingArrow(from: end) {
            tokens.append(.arrow(Array(text[next])))
            index = next.upperBound
        }
        return true
    }

    /// The second half of an arrow that words stand in, as in `A -- yes --> B`.
    private func closingArrow(from start: Int) -> Range<Int>? {
        for place in text.indices[start...].dropFirst() where text[place - 1] == 0x20 {
            if let end = endOfArrow(from: place) { return place..<end }
        }
        return nil
    }
}
