internal import DriftText

/// List items, task markers and footnote definitions.
extension BlockParser {
    private struct Marker {
        var length: Int
        var code: UInt8
        var number: UInt32
    }

    /// Opens an item, and a list where none of its kind is open.
    mutating func openItem(interrupts: Bool) -> Bool {
        guard openItems < Self.mostItems || stack[depth - 1].kind == .list else { return false }
        guard let marker = scanMarker(interrupts: interrupts) else { return false }
        let start = nonspace
        let markerIndent = indent
        let isKnown =
            stack[depth - 1].kind == .list && blocks[stack[depth - 1].index].detail.code == marker.code
        advanceToNonspace()
        advance(bytes: marker.length)
        let width = takeItemPadding()
        if !isKnown {
            open(.list, at: start, detail: BlockDetail(code: marker.code, isTight: true, number: marker.number))
        }
        open(.item, at: start)
        let top = stack.count - 1
        blocks[stack[top].index].info = ByteRange(start, start + marker.length)
        stack[top].indent = markerIndent + marker.length + width
        stack[top].endOffset = start + marker.length
        return true
    }

    private func scanMarker(interrupts: Bool) -> Marker? {
        var end = nonspace
        var marker = Marker(length: 1, code: bytes[end], number: 0)
        if marker.code.isDigit {
            while end < lineEnd, bytes[end].isDigit, end - nonspace < 9 {
                marker.number = marker.number * 10 + UInt32(bytes[end] - 0x30)
                end += 1
            }
            guard end < lineEnd, bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")") else { return nil }
            if interrupts, marker.number != 1 { return nil }
            marker.code = bytes[end]
        } else if marker.code == UInt8(ascii: "_") {
            return nil
        }
        end += 1
        guard end == lineEnd || bytes[end].isBlank else { return nil }
        if interrupts, isBlank(from: end) { return nil }
        marker.length = end - nonspace
        return marker
    }

    /// Takes the white space behind a marker and returns how many columns of it belong to the item's indentation.
    mutating func takeItemPadding() -> Int {
        let saved = (offset, column, isInTab)
        while column - saved.1 <= 5, offset < lineEnd, bytes[offset].isBlank { advance(columns: 1) }
        let width = column - saved.1
        if width >= 5 || width < 1 || offset >= lineEnd {
            (offset, column, isInTab) = saved
            skipOptionalBlank()
            return 1
        }
        return width
    }

    /// Takes `[ ]` or `[x]` at the start of the item just opened, where a blank follows it.
    mutating func takeTaskMarker() -> Bool {
        findNonspace()
        guard indent < 4, nonspace + 3 < lineEnd, bytes[nonspace] == UInt8(ascii: "["),
            bytes[nonspace + 2] == UInt8(ascii: "]"), bytes[nonspace + 3].isBlank
        else { return false }
        let state = bytes[nonspace + 1]
        guard state.isBlank || state.lowercased == UInt8(ascii: "x") else { return false }
        advanceToNonspace()
        advance(bytes: 3)
        stack[depth - 1].endOffset = offset
        findNonspace()
        blocks[stack[depth - 1].index].detail.code = state.isBlank ? 1 : 2
        return true
    }

    /// Opens `[^label]:`.
    mutating func openFootnote() -> Bool {
        guard dialect.hasGFM, nonspace + 1 < lineEnd, bytes[nonspace + 1] == UInt8(ascii: "^"),
            openItems < Self.mostItems
        else {
            return false
        }
        let start = nonspace + 2
        var end = start
        while end < lineEnd, bytes[end] != UInt8(ascii: "]"), bytes[end] != UInt8(ascii: "["), !bytes[end].isSpace {
            end += 1
        }
        guard end > start, end + 1 < lineEnd, bytes[end] == UInt8(ascii: "]"), bytes[end + 1] == UInt8(ascii: ":")
        else { return false }
        open(.footnoteDefinition, at: nonspace)
        let index = stack[depth - 1].index
        blocks[index].info = ByteRange(start, end)
        references.addFootnote(LabelKey.make(bytes[start..<end]), block: index)
        advanceToNonspace()
        advance(bytes: end + 2 - offset)
        stack[depth - 1].endOffset = offset
        findNonspace()
        advanceToNonspace()
        return true
    }
}
