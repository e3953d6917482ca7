import DriftText

/// What has to hold of a file's lines: they cover the file in order, and nothing but terminators lies between them.
struct LineCheck {
    let source: SourceText

    func run() {
        var place = source.contentStart
        for line in 0..<source.lineCount {
            let range = source.lineRange(line)
            precondition(range.lower == place, "line \(line) does not follow the one before it")
            precondition(!source.bytes[range.indices].contains(0x0A), "line \(line) holds a line feed")
            precondition(!source.bytes[range.indices].contains(0x0D), "line \(line) holds a carriage return")
            precondition(source.lineIndex(at: range.lower) == line, "line \(line) is not found by its offset")
            place = range.upper
            if place < source.bytes.count, source.bytes[place] == 0x0D { place += 1 }
            if place < source.bytes.count, source.bytes[place] == 0x0A { place += 1 }
        }
        precondition(place == source.bytes.count, "the lines end at \(place)")
    }
}
