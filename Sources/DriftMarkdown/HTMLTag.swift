/// Tags of raw HTML (CommonMark, section 6.6).
extension LeafText {
    /// Steps behind an opening or closing tag whose `<` is at `position`.
    func scanTag(_ position: inout LeafPosition) -> Bool {
        var current = position
        advance(&current)
        let isClosing = peek(current) == 0x2F
        if isClosing { advance(&current) }
        guard scanName(&current, isTag: true) else { return false }
        if isClosing {
            skipWhite(&current)
        } else {
            while true {
                let hasSpace = skipWhite(&current)
                guard isAttributeStart(peek(current)) else { break }
                guard hasSpace, scanAttribute(&current) else { return false }
            }
            if peek(current) == 0x2F { advance(&current) }
        }
        guard peek(current) == 0x3E else { return false }
        advance(&current)
        position = current
        return true
    }

    @discardableResult
    private func skipWhite(_ position: inout LeafPosition) -> Bool {
        var hasSpace = false
        while true {
            let byte = peek(position)
            guard byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) else { return hasSpace }
            hasSpace = true
            advance(&position)
        }
    }

    private func isAttributeStart(_ byte: Int) -> Bool {
        byte >= 0 && (byte == 0x5F || byte == 0x3A || UInt8(byte).isLetter)
    }

    private func scanName(_ position: inout LeafPosition, isTag: Bool) -> Bool {
        guard isTag ? peek(position) >= 0 && UInt8(peek(position)).isLetter : isAttributeStart(peek(position)) else {
            return false
        }
        advance(&position)
        while peek(position) >= 0 {
            let byte = UInt8(peek(position))
            let belongs =
                byte.isAlphanumeric || byte == 0x2D || (!isTag && (byte == 0x5F || byte == 0x2E || byte == 0x3A))
            if !belongs { break }
            advance(&position)
        }
        return true
    }

    private func scanAttribute(_ position: inout LeafPosition) -> Bool {
        guard scanName(&position, isTag: false) else { return false }
        var current = position
        skipWhite(&current)
        guard peek(current) == 0x3D else { return true }
        advance(&current)
        skipWhite(&current)
        let quote = peek(current)
        if quote == 0x22 || quote == 0x27 {
            repeat { advance(&current) } while peek(current) != quote && peek(current) >= 0
            guard peek(current) == quote else { return false }
            advance(&current)
        } else {
            let start = current.offset
            while peek(current) > 0x20, !Self.endsBareValue.contains(UInt8(peek(current))) { advance(&current) }
            guard current.offset > start else { return false }
        }
        position = current
        return true
    }

    private static let endsBareValue = ByteSet("\"'=<>`")
}
