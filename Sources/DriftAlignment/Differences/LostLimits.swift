import DriftLanguage
import DriftText

/// Finds translations that lack the negation, or the limit, of their source where most others keep it.
///
/// No list knows all the ways in which a language says “not”: what tells is that others needed a word for it and that
/// this one has none that could be it.
struct LostLimits {
    /// So many languages have to keep a word.
    private static let leastVotes = 3
    /// Fewer words may be a label or an answer.
    private static let leastWords = 4
    /// Bytes; more is often said in another way, or in another edition.
    private static let extent = 400

    let set: AlignedSet

    /// A translation whose words are known.
    private struct Voter {
        let member: Int
        let limits: Limits
    }

    /// Linear in the text of all members; of sets of few members nothing is read.
    ///
    /// - Parameter others: what was lost with all of a text is no loss of its own.
    func differences(besides others: [Difference]) -> [Difference] {
        guard set.targets.count > Self.leastVotes, set.source.locale.language == "en",
            let source = Limits.known(set.source.locale)
        else { return [] }
        let voters = voters
        guard voters.count > Self.leastVotes else { return [] }
        let found = set.source.segments.indices.flatMap { differences(at: $0, source, voters) }
        if found.isEmpty { return [] }
        let whole = others.filter { [.abridged, .untranslated, .foreign, .rewritten].contains($0.kind) }
        return found.filter { difference in
            !whole.contains {
                $0.passage.member == difference.passage.member && $0.passage.range.overlaps(difference.passage.range)
            }
        }
    }

    private var voters: [Voter] {
        self.set.targets.compactMap { member in
            guard !set.isSameLanguage(member), set.pairs[member - 1].isSettled else { return nil }
            return Limits.known(set.members[member].locale).map { Voter(member: member, limits: $0) }
        }
    }

    private func differences(at index: Int, _ source: Limits, _ voters: [Voter]) -> [Difference] {
        let text = set.source.segments[index].text.bytes
        guard text.count <= Self.extent, [.paragraph, .heading, .cell].contains(set.source.part(of: index).kind),
            let word = source.soleWord(of: text), !word.kinds.contains(.otherwise),
            FunctionWords.wordCount(in: text) >= Self.leastWords, !isInName(word, text)
        else { return [] }
        let pairs = voters.compactMap { voter in pair(voter, index).map { (pair: $0, limits: voter.limits) } }
        guard pairs.count > Self.leastVotes else { return [] }
        var keepers: [SegmentPair] = []
        var lacking: [SegmentPair] = []
        for (pair, limits) in pairs {
            let kinds = limits.kinds(in: pair.target.text.bytes, until: word.kinds)
            if kinds.isSuperset(of: word.kinds) {
                keepers.append(pair)
            } else if kinds.isDisjoint(with: word.kinds.withRenderings), isComparable(pair, source) {
                lacking.append(pair)
            }
        }
        let languages = Set(keepers.map(\.targetOutline.locale.language))
        guard languages.count >= Self.leastVotes, lacking.count < keepers.count else { return [] }
        return lacking.map { lost(word, $0, keepers) }
    }

    private func pair(_ voter: Voter, _ index: Int) -> SegmentPair? {
        guard let target = set.segment(of: voter.member, for: index) else { return nil }
        let pair = SegmentPair(set: set, member: voter.member, sourceIndex: index, targetIndex: target)
        return pair.isCertain && !pair.isJoined ? pair : nil
    }

    /// Whether a word stands in capitals within a sentence, as in “Read Only”.
    private func isInName(_ word: Limits.Word, _ text: [UInt8]) -> Bool {
        let start = word.range.lowerBound
        guard start >= 2, text[start] < 0x61, text[start - 1] == 0x20 else { return false }
        return text[start - 2].isASCIILetter || text[start - 2].isASCIIDigit
    }

    /// Whether a translation has as many sentences, and none of the source's own words, which would show that it quotes.
    private func isComparable(_ pair: SegmentPair, _ source: Limits) -> Bool {
        let text = pair.target.text.bytes
        return !text.isEmpty && source.kinds(in: text, until: .negation).isEmpty
            && SentenceBounds.sentences(in: text).count == SentenceBounds.sentences(in: pair.source.text.bytes).count
    }

    private func lost(_ word: Limits.Word, _ pair: SegmentPair, _ keepers: [SegmentPair]) -> Difference {
        let range = pair.source.text.sourceRange(word.range)
        let aspect: Difference.Aspect = word.kinds.contains(.negation) ? .negation : .limit
        return Difference(
            .lost, aspect, at: pair.wholeTarget,
            counterparts: [pair.wholeSource] + keepers.prefix(2).map(\.wholeTarget),
            expected: pair.sourcePassage(range).text, found: pair.wholeTarget.text, detail: "\(keepers.count)",
            cause: Difference.cause(.lost, aspect, pair.wholeSource.range))
    }
}
