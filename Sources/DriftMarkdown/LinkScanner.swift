internal import DriftText

/// The parts of links and of link reference definitions (CommonMark, sections 4.7 and 6.3).
extension LeafText {
    /// Reads a label whose `[` is at `position` and steps behind its `]`; its range is without the brackets.
    func scanLabel(_ position: inout LeafPosition) -> ByteRange? {
        var current = position
        advance(&current)
        let start = current.offset
        var length = 0
        var hasText = false
        while length <= 999 {
            let byte = peek(current)
            switch byte {
            case -1, 0x5B: return nil
            case 0x5D:
                guard hasText else { return nil }
                let range = ByteRange(start, current.offset)
                advance(&current)
                position = current
                return range
            case 0x5C:
                advance(&current)
                hasText = true
                let next = peek(current)
                if next > 0, next < 128, UInt8(next).isPunctuation {
                    advance(&current)
                    length += 1
                }
            default:
                if byte != 0x20, byte < 0x09 || byte > 0x0D { hasText = true }
                advance(&current)
            }
            length += 1
        }
        return nil
    }

    /// Reads a destination and steps behind it; the range is without `<>`.
    func scanDestination(_ position: inout LeafPosition) -> ByteRange? {
        let end = lines[position.line].range.upper
        var offset = position.offset
        if offset < end, bytes[offset] == UInt8(ascii: "<") {
            offset += 1
            let start = offset
            while offset < end, bytes[offset] != UInt8(ascii: ">") {
                if bytes[offset] == UInt8(ascii: "<") { return nil }
                if bytes[offset] == UInt8(ascii: "\\"), offset + 1 < end, bytes[offset + 1].isPunctuation {
                    offset += 1
                }
                offset += 1
            }
            guard offset < end else { return nil }
            position.offset = offset + 1
            return ByteRange(start, offset)
        }
        return scanBareDestination(&position)
    }

    private func scanBareDestination(_ position: inout LeafPosition) -> ByteRange? {
        let end = lines[position.line].range.upper
        let start = position.offset
        var offset = start
        var depth = 0
        scan: while offset < end {
            let byte = bytes[offset]
            switch byte {
            case UInt8(ascii: "\\"):
                if offset + 1 < end, bytes[offset + 1].isPunctuation { offset += 1 }
            case UInt8(ascii: "("):
                depth += 1
                if depth > 32 { return nil }
            case UInt8(ascii: ")"):
                if depth == 0 { break scan }
                depth -= 1
            case 0...0x20, 0x7F:
                if offset == start { return nil }
                break scan
            default: break
            }
            offset += 1
        }
        guard depth == 0 else { return nil }
        position.offset = offset
        return ByteRange(start, offset)
    }

    /// Reads a title and steps behind it; the range is without quotes. It may span lines, none of them blank.
    func scanTitle(_ position: inout LeafPosition) -> ByteRange? {
        let opener = peek(position)
        guard opener == 0x22 || opener == 0x27 || opener == 0x28 else { return nil }
        let closer = opener == 0x28 ? 0x29 : opener
        var current = position
        advance(&current)
        let start = current.offset
        while true {
            let byte = peek(current)
            if byte == -1 || (byte == 0x28 && closer == 0x29) { return nil }
            if byte == closer {
                let range = ByteRange(start, current.offset)
                advance(&current)
                position = current
                return range
            }
            if byte == 0x5C {
                advance(&current)
                let next = peek(current)
                if next <= 0 || next > 127 || !UInt8(next).isPunctuation { continue }
            }
            advance(&current)
        }
    }
}
