/// A pattern, and the search for it in time linear in the text.
///
/// What Perl and its kin know and a finite automaton can do: literals, `.`, classes in brackets, `\d \w \s \b`,
/// `\p{…}`, groups, alternation, greedy and lazy repetition, counted repetition, anchors, `(?i)`. No backreferences and
/// no look-around. Of several matches the leftmost counts, and of those that begin there the one that a backtracking
/// search finds first; only where a round of a loop can be empty, as in `(a*?)*`, it may be a shorter one.
package struct Pattern: Sendable, Hashable {
    /// As it was written.
    package let text: String
    private let program: PatternProgram

    /// - Throws: `PatternError` for what is no pattern, or one that needs more than `PatternProgram.limit` steps a byte.
    package init(_ text: String) throws(PatternError) {
        self.text = text
        var parser = PatternParser(text, groupCount: nil)
        let node = try parser.parse()
        program = try PatternProgram(node, groupCount: parser.groupCount)
    }

    fileprivate init(_ text: String, _ node: PatternNode) throws(PatternError) {
        self.text = text
        program = try PatternProgram(node, groupCount: 0)
    }

    /// How many groups are captured.
    package var groupCount: Int { program.groupCount }

    package static func == (left: Pattern, right: Pattern) -> Bool { left.text == right.text }

    package func hash(into hasher: inout Hasher) { hasher.combine(text) }

    /// The leftmost match at or behind an offset.
    ///
    /// - Complexity: O(length × size of the pattern).
    package func firstMatch(in text: [UInt8], from start: Int = 0) -> PatternMatch? {
        var machine = PatternMachine(program: program, text: text)
        return machine.firstMatch(from: start)
    }

    package func isFound(in text: [UInt8]) -> Bool { firstMatch(in: text) != nil }

    /// The first matches that do not overlap, from left to right.
    ///
    /// - Parameter limit: how many at most; each may need a look at all of the text.
    package func matches(in text: [UInt8], upTo limit: Int) -> [PatternMatch] {
        var matches: [PatternMatch] = []
        var machine = PatternMachine(program: program, text: text)
        var start = 0
        while matches.count < limit, start <= text.count, let match = machine.firstMatch(from: start) {
            matches.append(match)
            // Behind an empty match the next character is passed over.
            start = match.range.upperBound + (match.range.isEmpty ? text.scalarLength(at: match.range.upperBound) : 0)
        }
        return matches
    }

    /// The first match and how many steps the search took, for tests of its growth.
    func countingSteps(in text: [UInt8]) -> (match: PatternMatch?, steps: Int) {
        var machine = PatternMachine(program: program, text: text)
        let match = machine.firstMatch(from: 0)
        return (match, machine.steps)
    }
}

/// Where a pattern was found, in bytes of the text.
package struct PatternMatch: Hashable, Sendable {
    package let range: Range<Int>
    /// What each group captured, the first being `\1`; nil for one that took no part.
    package let captures: [Range<Int>?]

    package init(range: Range<Int>, captures: [Range<Int>?]) {
        self.range = range
        self.captures = captures
    }
}

/// A pattern in which `\1` to `\9` stand for what the groups of another pattern captured.
package struct PatternTemplate: Sendable, Hashable {
    /// As it was written.
    package let text: String
    private let node: PatternNode

    /// - Parameter groupCount: how many groups the other pattern has.
    /// - Throws: `PatternError`, also for a reference to a group that is not there.
    package init(_ text: String, groupCount: Int) throws(PatternError) {
        self.text = text
        var parser = PatternParser(text, groupCount: groupCount)
        node = try parser.parse()
        _ = try PatternProgram(node, groupCount: 0)
    }

    /// The template with what was captured in the place of references, for people.
    package func text(for match: PatternMatch, in text: [UInt8]) -> String {
        var result: [UInt8] = []
        var rest = Array(self.text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let next = rest.popFirst() else {
                result.append(byte)
                continue
            }
            let number = Int(next) - 0x30
            if (1...9).contains(number) {
                if number <= match.captures.count, let range = match.captures[number - 1] { result += text[range] }
            } else {
                result += [byte, next]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The pattern for one match; a group that took no part stands for nothing.
    ///
    /// - Throws: `PatternError` where what was captured is so long that the pattern grows beyond the limit.
    package func pattern(for match: PatternMatch, in text: [UInt8]) throws(PatternError) -> Pattern {
        let captured = match.captures.map { $0.map { Array(text[$0]) } ?? [] }
        return try Pattern(self.text, node.filled(with: captured))
    }
}
