import DriftAlignment
import DriftMarkdown
import DriftPatterns
import DriftText

/// Text that has to be translated in a certain form, as patterns say.
struct MatchesCheck: Check {
    func claims(of rule: Rule, in context: CheckContext) -> [Claim] {
        guard let patterns = rule.patterns else { return [] }
        return context.set.targets.filter { rule.scope.covers(member: $0, of: context.set) }.flatMap { member in
            differences(patterns, in: context.set, member: member).map { Claim(rule, $0, message: message($0)) }
        }
    }

    private func differences(_ patterns: MatchPatterns, in set: AlignedSet, member: Int) -> [Difference] {
        let pair = set.pairs[member - 1]
        return set.source.segments.indices.flatMap { segment -> [Difference] in
            guard pair.targets[segment] >= 0, pair.confidence[segment] >= PairAlignment.certain,
                set.source.isProse(segment)
            else { return [] }
            let passage = MatchedPassage(set: set, member: member, source: segment, target: Int(pair.targets[segment]))
            return passage.differences(patterns)
        }
    }

    private func message(_ difference: Difference) -> String {
        let source = difference.counterparts.first?.text ?? ""
        return difference.kind == .defective
            ? "“\(difference.found)” is not to be used here"
            : "“\(source)” in the source asks for “\(difference.expected)”, which is missing here"
    }
}

/// A passage of the source and its translation, as the patterns see them.
private struct MatchedPassage {
    let set: AlignedSet
    let member: Int
    let source: Int
    let target: Int
    /// Of one passage, as many matches are looked at.
    private static let limit = 100
    private let sourceText: PlainText
    private let targetText: PlainText

    init(set: AlignedSet, member: Int, source: Int, target: Int) {
        (self.set, self.member, self.source, self.target) = (set, member, source, target)
        sourceText = set.source.visibleText(of: source)
        targetText = set.members[member].outline.visibleText(of: target)
    }

    func differences(_ patterns: MatchPatterns) -> [Difference] {
        guard !targetText.bytes.isEmpty else { return [] }
        guard let pattern = patterns.source else {
            return [unwanted(patterns.unwanted, PatternMatch(range: 0..<0, captures: []), isWhole: true)].compactMap(
                \.self)
        }
        var seen: Set<[[UInt8]]> = []
        return pattern.matches(in: sourceText.bytes, upTo: Self.limit).filter { match in
            seen.insert(match.captures.map { $0.map { Array(sourceText.bytes[$0]) } ?? [] }).inserted
        }.flatMap { match in
            [missing(patterns.target, match), unwanted(patterns.unwanted, match, isWhole: false)].compactMap(\.self)
        }
    }

    /// A pattern that grew beyond its limit by what it took over from the source asks for nothing.
    private func find(_ template: PatternTemplate, _ match: PatternMatch) -> (isKnown: Bool, match: PatternMatch?) {
        guard let pattern = try? template.pattern(for: match, in: sourceText.bytes) else { return (false, nil) }
        return (true, pattern.firstMatch(in: targetText.bytes))
    }

    private func missing(_ template: PatternTemplate?, _ match: PatternMatch) -> Difference? {
        guard let template, case (true, nil) = find(template, match) else { return nil }
        let whole = set.members[member].outline.passage(ofSegment: target, member: member)
        let expected = template.text(for: match, in: sourceText.bytes)
        return Difference(
            .changed, .text, at: whole, counterparts: [there(match)], expected: expected, found: whole.text,
            cause: Difference.cause(.changed, .text, member: member, expected))
    }

    private func unwanted(_ template: PatternTemplate?, _ match: PatternMatch, isWhole: Bool) -> Difference? {
        guard let template, let found = find(template, match).match else { return nil }
        let here = set.members[member].outline.passage(of: targetText.sourceRange(found.range), member: member)
        let source = isWhole ? set.source.passage(ofSegment: source, member: 0) : there(match)
        return Difference(
            .defective, .text, at: here, counterparts: [source], found: here.text,
            cause: Difference.cause(.defective, .text, member: member, here.text))
    }

    private func there(_ match: PatternMatch) -> Difference.Passage {
        set.source.passage(of: sourceText.sourceRange(match.range), member: 0)
    }
}

extension Outline {
    /// Whether a segment is text that readers read, rather than code or a table as a whole.
    fileprivate func isProse(_ segment: Int) -> Bool {
        [.heading, .paragraph, .cell, .title].contains(part(of: segment).kind)
    }

    /// What readers see of a leaf, code included.
    fileprivate func visibleText(of segment: Int) -> PlainText {
        let block = Int(part(of: segment).block)
        return document.plainText(
            of: block, inlines: segments[segment].inlines, including: PlainTextOptions.all.subtracting(.html))
    }
}
