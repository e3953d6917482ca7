/// A point in a file as people and formats count it.
package struct Position: Hashable, Sendable {
    /// Line, from 1.
    package let line: Int
    /// Column in Unicode scalars, from 1.
    package let column: Int
    /// Column in UTF-16 units, from 1.
    package let utf16Column: Int
    /// Offset in bytes of the file, from 0, a byte-order mark counted.
    package let offset: Int

    package init(line: Int, column: Int, utf16Column: Int, offset: Int) {
        self.line = line
        self.column = column
        self.utf16Column = utf16Column
        self.offset = offset
    }
}

/// A half-open range of a file together with what a report shows of it.
package struct Place: Hashable, Sendable {
    /// Path relative to the working directory, with `/` between its parts.
    package let path: String
    package let start: Position
    /// The position after the last byte.
    package let end: Position
    /// The whole line on which the range starts, without its terminator; invalid bytes as U+FFFD.
    package let lineText: String

    package init(path: String, start: Position, end: Position, lineText: String) {
        self.path = path
        self.start = start
        self.end = end
        self.lineText = lineText
    }
}
