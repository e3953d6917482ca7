/// The bytes of one file and where its lines begin.
///
/// Any bytes are valid. Lines end at LF, CRLF or a lone CR. Offsets count bytes of the file, a byte-order mark included.
package struct SourceText: Sendable {
    package let bytes: [UInt8]
    /// Offset of the first byte after a UTF-8 byte-order mark: 3 or 0.
    package let contentStart: Int
    /// Offset at which each line begins; the first is 0. A terminator at the end of the file opens no further line.
    package let lineStarts: [UInt32]

    /// Finds the lines in one pass over the bytes.
    ///
    /// - Precondition: at most `UInt32.max` bytes.
    package init(_ bytes: [UInt8]) {
        precondition(bytes.count <= Int(UInt32.max), "a file of 4 GiB or more cannot be addressed")
        self.bytes = bytes
        contentStart = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        lineStarts = SourceText.findLineStarts(bytes)
    }

    package init(_ string: String) {
        self.init(Array(string.utf8))
    }

    private static func findLineStarts(_ bytes: [UInt8]) -> [UInt32] {
        var starts: [UInt32] = [0]
        starts.reserveCapacity(bytes.count / 40 + 1)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\r"), index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r"), index < bytes.count {
                starts.append(UInt32(index))
            }
        }
        return starts
    }

    package var lineCount: Int { lineStarts.count }

    /// Index, from 0, of the line that holds `offset`; the last line for an offset past the end. O(log lines).
    package func lineIndex(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The line's bytes without its terminator and, on the first line, without the byte-order mark.
    package func lineRange(_ index: Int) -> ByteRange {
        let start = index == 0 ? contentStart : Int(lineStarts[index])
        var end = index + 1 < lineStarts.count ? Int(lineStarts[index + 1]) : bytes.count
        if end > start, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return ByteRange(start, end)
    }

    /// The terminator that the first line has: CRLF, or LF where it has any other.
    package var lineBreak: [UInt8] {
        let first = lineRange(0).upper
        return first + 1 < bytes.count && bytes[first] == 0x0D && bytes[first + 1] == 0x0A ? [0x0D, 0x0A] : [0x0A]
    }

    /// The text of a range for display; each invalid byte sequence becomes U+FFFD.
    package func string(_ range: ByteRange) -> String {
        String(decoding: bytes[range.indices], as: UTF8.self)
    }

    /// The position of a byte offset, clamped to the file. O(log lines + length of the line).
    package func position(at offset: Int) -> Position {
        let line = lineIndex(at: offset)
        let start = lineRange(line).lower
        let prefix = String(decoding: bytes[start..<max(start, min(offset, bytes.count))], as: UTF8.self)
        return Position(
            line: line + 1, column: prefix.unicodeScalars.count + 1, utf16Column: prefix.utf16.count + 1,
            offset: offset)
    }

    /// Whether a line, from 0, says nothing.
    package func isBlank(line: Int) -> Bool {
        bytes[lineRange(line).indices].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }

    /// Offset after a line's terminator.
    package func endOfLine(_ line: Int) -> Int {
        line + 1 < lineCount ? Int(lineStarts[line + 1]) : bytes.count
    }

    /// Resolves a range for a report that outlives the document.
    package func place(_ range: ByteRange, path: String) -> Place {
        let line = lineRange(lineIndex(at: range.lower))
        return Place(
            path: path, start: position(at: range.lower), end: position(at: range.upper), lineText: string(line))
    }
}
