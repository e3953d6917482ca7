@testable import DriftPatterns

/// Matches as a backtracking search does: what is tried first and fits is taken. Exponential, for small texts only.
struct NaiveMatcher {
    let text: [UInt8]

    func firstMatch(_ node: PatternNode, groupCount: Int) -> PatternMatch? {
        for start in 0...text.count {
            let captures = [Range<Int>?](repeating: nil, count: groupCount)
            var result: PatternMatch?
            if match(
                node, start, captures,
                { end, captures in
                    result = PatternMatch(range: start..<end, captures: captures)
                    return true
                })
            {
                return result
            }
        }
        return nil
    }

    private typealias Rest = (Int, [Range<Int>?]) -> Bool

    private func match(_ node: PatternNode, _ at: Int, _ captures: [Range<Int>?], _ rest: Rest) -> Bool {
        switch node {
        case .empty, .reference: rest(at, captures)
        case .scalars(let scalars): at < text.count && scalars.contains(UInt32(text[at])) && rest(at + 1, captures)
        case .assertion(let assertion): holds(assertion, at) && rest(at, captures)
        case .sequence(let nodes): match(nodes[...], at, captures, rest)
        case .choice(let nodes): nodes.contains { match($0, at, captures, rest) }
        case .group(let number, let node):
            match(node, at, captures) { end, inner in
                var inner = inner
                inner[number - 1] = at..<end
                return rest(end, inner)
            }
        case .repetition(let node, let least, let most, let isLazy):
            repeated(node, least, most.map { $0 - least }, isLazy, at, captures, rest)
        }
    }

    private func match(_ nodes: ArraySlice<PatternNode>, _ at: Int, _ captures: [Range<Int>?], _ rest: Rest) -> Bool {
        guard let first = nodes.first else { return rest(at, captures) }
        return match(first, at, captures) { match(nodes.dropFirst(), $0, $1, rest) }
    }

    private func repeated(
        _ node: PatternNode, _ least: Int, _ more: Int?, _ isLazy: Bool, _ at: Int, _ captures: [Range<Int>?],
        _ rest: Rest
    ) -> Bool {
        if least > 0 {
            return match(node, at, captures) { repeated(node, least - 1, more, isLazy, $0, $1, rest) }
        }
        if more == 0 || isLazy && rest(at, captures) { return more == 0 && rest(at, captures) || more != 0 }
        // Without a bound a round that reads nothing is none.
        let goesOn = match(node, at, captures) { end, inner in
            (more != nil || end > at) && repeated(node, 0, more.map { $0 - 1 }, isLazy, end, inner, rest)
        }
        return goesOn || !isLazy && rest(at, captures)
    }

    private func holds(_ assertion: PatternNode.Assertion, _ at: Int) -> Bool {
        let before = at > 0 && UInt32(text[at - 1]).isWordCharacter
        let behind = at < text.count && UInt32(text[at]).isWordCharacter
        return switch assertion {
        case .start: at == 0
        case .end: at == text.count
        case .wordBoundary: before != behind
        case .noWordBoundary: before == behind
        }
    }
}
