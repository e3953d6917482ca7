internal import DriftText

/// A place in a leaf's text: a source offset and the index of the content line that holds it.
struct LeafPosition {
    var offset: Int
    var line: Int
}

/// The text of one leaf, read line by line where it stands in the source.
///
/// A position at the end of a line reads as a line feed; the next one is the start of the next line's content.
struct LeafText {
    let bytes: [UInt8]
    let lines: [ContentLine]
    /// Indices into `lines`, half-open.
    let first: Int
    let last: Int

    init(bytes: [UInt8], lines: [ContentLine], range: Range<UInt32>) {
        self.bytes = bytes
        self.lines = lines
        first = Int(range.lowerBound)
        last = Int(range.upperBound)
    }

    /// The first position of the leaf, which has a line.
    var start: LeafPosition { LeafPosition(offset: lines[first].range.lower, line: first) }

    /// The byte at a position, 10 at the end of a line that another follows, -1 at the end of the leaf.
    @inline(__always)
    func peek(_ position: LeafPosition) -> Int {
        if position.offset < lines[position.line].range.upper { return Int(bytes[position.offset]) }
        return position.line + 1 < last ? 10 : -1
    }

    /// Steps over what `peek` shows; does nothing at the end.
    @inline(__always)
    func advance(_ position: inout LeafPosition) {
        if position.offset < lines[position.line].range.upper {
            position.offset += 1
        } else if position.line + 1 < last {
            position.line += 1
            position.offset = lines[position.line].range.lower
        }
    }

    /// Steps over blanks and at most one line end.
    func skipSpace(_ position: inout LeafPosition) {
        var seenLineEnd = false
        while true {
            let byte = peek(position)
            if byte == 10 {
                if seenLineEnd { return }
                seenLineEnd = true
            } else if byte != 0x20, byte < 0x09 || byte > 0x0D {
                return
            }
            advance(&position)
        }
    }

    /// Steps over blanks of one line; true where the line ends there.
    func skipToLineEnd(_ position: inout LeafPosition) -> Bool {
        while position.offset < lines[position.line].range.upper, bytes[position.offset].isBlank {
            position.offset += 1
        }
        return position.offset >= lines[position.line].range.upper
    }

    /// Steps over `text` where it stands at the position, within one line.
    func skip(_ text: StaticString, at position: inout LeafPosition) -> Bool {
        var offset = position.offset
        let end = lines[position.line].range.upper
        for byte in text.description.utf8 {
            guard offset < end, bytes[offset] == byte else { return false }
            offset += 1
        }
        position.offset = offset
        return true
    }
}
