import DriftLanguage
import DriftText

/// Which leaves of two documents cannot correspond although nothing else tells them apart: those of sections whose headings
/// are identifiers, as `read_file` and `write_file` are, and entries that begin with days far apart.
struct EntryNames {
    /// More pairs of names than people's documents have are not compared.
    private static let limit = 1_000_000
    /// From here on two names may be one that was mistyped.
    private static let alike: Float = 0.75

    private let source: [Entry]
    private let target: [Entry]
    private let targetCount: Int
    /// For each name of the source and each of the target whether they are unlike.
    private let areUnlike: [Bool]

    /// What names one segment.
    private struct Entry {
        /// The innermost heading's, if that is an identifier; -1 without one.
        var name: Int32 = -1
        /// That it begins with; nil where it begins with none, or one that may be read in two ways.
        var day: CalendarDay?
    }

    init(_ source: Outline, _ target: Outline) {
        var names: ([[UInt8]], [[UInt8]]) = ([], [])
        self.source = Self.read(source, &names.0)
        self.target = Self.read(target, &names.1)
        targetCount = names.1.count
        let (left, right) = names
        areUnlike =
            left.count * right.count > Self.limit
            ? [] : left.flatMap { name in right.map { name.sharedEnds(with: $0) < Self.alike } }
    }

    /// O(1).
    func areOther(_ left: Int, _ right: Int) -> Bool {
        let (entry, other) = (source[left], target[right])
        if entry.name >= 0, other.name >= 0, !areUnlike.isEmpty,
            areUnlike[Int(entry.name) * targetCount + Int(other.name)]
        {
            return true
        }
        guard let day = entry.day, let otherDay = other.day else { return false }
        return !day.isNear(otherDay)
    }

    private static func read(_ outline: Outline, _ names: inout [[UInt8]]) -> [Entry] {
        var name: (index: Int32, level: UInt8) = (-1, 0)
        return outline.segments.indices.map { index in
            let part = outline.part(of: index)
            if part.kind == .heading {
                if let identifier = outline.identifier(index) {
                    name = (Int32(names.count), UInt8(part.level))
                    names.append(identifier)
                } else if part.level <= name.level {
                    name = (-1, 0)
                }
            }
            var entry = Entry(name: name.index)
            if part.kind == .paragraph || part.kind == .heading { entry.day = outline.firstDay(index) }
            return entry
        }
    }
}

extension Outline {
    /// The one word of a heading that no language has: with `_`, a point or a capital within, plain or as code.
    fileprivate func identifier(_ segment: Int) -> [UInt8]? {
        let segment = segments[segment]
        let spans = segment.inlines.filter { $0.kind == .codeSpan }
        guard spans.isEmpty || spans.count == 1 && segment.text.bytes.isEmpty else { return nil }
        let word = spans.first.map { Array(document.source.bytes[$0.content.indices]) } ?? segment.text.bytes
        guard word.count >= 4, word[0].isASCIILetter, word.allSatisfy({ $0.isWord || ".()".utf8.contains($0) }) else {
            return nil
        }
        let hasHump = zip(word, word.dropFirst()).contains { $0 >= 0x61 && $0 <= 0x7A && $1 >= 0x41 && $1 <= 0x5A }
        return hasHump || word.dropLast().contains { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") } ? word : nil
    }

    /// The day that a segment begins with; nil where there is none, or it may be read in two ways.
    fileprivate func firstDay(_ segment: Int) -> CalendarDay? {
        segments[segment].values.first.flatMap { $0.range.lowerBound <= 2 ? $0.calendarDay : nil }
    }
}
