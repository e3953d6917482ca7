import DriftLanguage
import DriftText

/// Compares the members of an aligned set: every difference once, whether or not a rule looks at it.
package enum Comparison {
    /// - Parameters:
    ///   - inquiry: asks what the repository taught; an empty profile silences only what needs it.
    ///   - links: which words of a link target localization changes.
    ///   - members: where one has to edit for a difference to be of interest; nil for all.
    /// - Complexity: linear in the segments of all members and in what a segment holds.
    package static func differences(
        in set: AlignedSet, asking inquiry: Inquiry<Profile>, links: LinkKey, members: Set<Int>? = nil
    ) -> [Difference] {
        let targets = set.targets.filter { members?.contains($0) ?? true }
        let survey = FrontMatterSurvey(set)
        let site = Site(pages: Set(set.members.map { LinkReader.path(from: [], along: $0.path) }), links: links)
        let references = UndefinedReferences(set: set).differences()
        let all =
            Structure(set: set).differences() + set.unrelated.map { unrelated($0, in: set) }
            + ConflictDifferences(set: set).differences() + TextDefects(set: set).differences()
            + references + LanguageChoices(set: set, links: links).differences()
            + targets.flatMap { differences(in: set, member: $0, inquiry, site, survey) }
            .withoutLinks(lostBy: references)
        let limits = LostLimits(set: set).differences(besides: all)
        let settled = ContentsEntries(set: set).settled(
            ImageBalance(set: set, links: links).settled(all).withoutImagesOfLostLinks.withSourceNamesOnce + limits)
        return members.map { members in settled.filter { members.contains($0.passage.member) } } ?? settled
    }

    /// - Parameter profile: what the repository taught.
    package static func differences(in set: AlignedSet, profile: Profile, links: LinkKey) -> [Difference] {
        differences(in: set, asking: Inquiry(profile), links: links)
    }

    private static func differences(
        in set: AlignedSet, member: Int, _ inquiry: Inquiry<Profile>, _ site: Site, _ survey: FrontMatterSurvey
    ) -> [Difference] {
        let all = SegmentPair.pairs(of: set, member: member)
        let pairs = all.filter(\.isCertain)
        var differences = MovedParts(set: set, member: member).differences()
        differences += HeadingLevels(pairs: all).differences()
        differences += EntryOrder(set: set, member: member).differences()
        differences += EntryDates(set: set, member: member, survey: survey).differences()
        let swaps = SwappedCells(set: set, member: member).differences()
        differences +=
            FrontMatterDifferences(set: set, member: member, inquiry: inquiry, survey: survey).differences()
        differences += Punctuation(pairs: pairs).differences()
        let words = set.isSameLanguage(member) ? nil : FunctionWords.known(set.source.locale.language)
        differences += pairwise(pairs, set, member: member, inquiry, site, sourceWords: words)
        let names =
            KeyDifferences(pairs: pairs).differences()
            + AcronymDifferences(set: set, member: member, pairs: pairs).differences()
        differences += names.outside(differences.filter { $0.kind == .changed })
        differences += MistypedTags(set: set, member: member).differences(besides: differences)
        differences += SentenceDifferences(set: set, member: member).differences()
        differences += DateFormats(set: set, member: member).differences()
        if !set.isSameLanguage(member) {
            differences += UntranslatedText(set: set, member: member, inquiry: inquiry).differences(among: all)
            differences += ForeignText(set: set, member: member).differences()
            differences += StaleNames(set: set, member: member, pairs: pairs).differences()
            differences += translation(pairs, sourceWords: words)
            differences += VariedRenderings(
                set: set, member: member, pairs: all, swapped: swaps.map(\.passage.range)
            ).differences()
        }
        let found = swaps + withoutLossesOfCuts(differences).outside(swaps)
        // Of two documents that hardly correspond, one cannot be sure of any difference.
        return set.pairs[member - 1].isSettled ? found : found.map(\.asUncertain)
    }

    /// What links lead to.
    private struct Site {
        /// Where the members of the set lie, as `LinkReader.page(of:)` says it.
        let pages: Set<String>
        let links: LinkKey
    }

    /// A text that was cut off has lost the links, the emphasis and the final mark of what is gone: that is one loss.
    private static func withoutLossesOfCuts(_ differences: [Difference]) -> [Difference] {
        let cuts = differences.filter { $0.kind == .abridged }.map(\.passage.range)
        guard !cuts.isEmpty else { return differences }
        return differences.filter { difference in
            let isLoss = difference.kind == .lost || difference.kind == .defective
            return !isLoss || !cuts.contains { $0.contains(difference.passage.range) }
        }
    }

    private static func reshaped(_ pair: SegmentPair) -> Difference {
        let isInSource = pair.kind == .codeBlock
        return Difference(
            .reshaped, .codeBlock, at: isInSource ? pair.wholeSource : pair.wholeTarget,
            counterparts: [isInSource ? pair.wholeTarget : pair.wholeSource],
            found: isInSource ? pair.wholeSource.text : pair.wholeTarget.text,
            cause: Difference.cause(.reshaped, .codeBlock, pair.wholeSource.range))
    }

    private static func unrelated(_ member: Int, in set: AlignedSet) -> Difference {
        let passages = [0, member].map { member in
            let start = set.members[member].outline.start
            return set.members[member].outline.passage(of: start, member: member)
        }
        return Difference(
            .unrelated, .document, at: passages[1], counterparts: [passages[0]],
            detail: "\(Int(100 * set.pairs[member - 1].agreement)) of 100 parts have a counterpart",
            cause: Difference.cause(.unrelated, .document, passages[1].range))
    }

    /// What must be equal in any two documents.
    ///
    /// - Parameter sourceWords: of the source's language, where the target is in another one.
    private static func pairwise(
        _ pairs: [SegmentPair], _ set: AlignedSet, member: Int, _ inquiry: Inquiry<Profile>, _ site: Site,
        sourceWords: FunctionWords?
    ) -> [Difference] {
        let links = site.links
        let readers = (LinkReader(set.members[0], links: links), LinkReader(set.members[member], links: links))
        let dropsEmphasis = Profile.Question.dropsEmphasis(locale: set.members[member].locale.description)
        var differences = HeadingIdentifiers(pairs: pairs).differences()
        for pair in pairs {
            let start = differences.count
            switch pair.kind {
            case _ where pair.isShownAsCodeOnce: differences.append(reshaped(pair))
            case .codeBlock: differences += CodeBlockDifferences(pair: pair).differences()
            case .heading, .paragraph, .figure, .cell, .title:
                if !pair.isJoined {
                    differences += ValueDifferences(pair: pair).differences()
                    differences += UnitDifferences(pair: pair).differences()
                }
                let isMarkedUp = pair.holdsAny(of: .markup) || pair.targetKind == .html
                if isMarkedUp {
                    differences += LinkDifferences(
                        pair: pair, source: readers.0, target: readers.1, pages: site.pages
                    ).differences()
                    differences += ImageDifferences(pair: pair, links: links).differences()
                    differences += CodeSpanDifferences(pair: pair).differences()
                    differences += MachineryDifferences(pair: pair, links: links).differences()
                }
                PlaceholderDifferences(pair: pair).add(to: &differences, from: start)
                if isMarkedUp {
                    differences += MarkupDifferences(pair: pair).differences { inquiry.answer(dropsEmphasis) == true }
                    differences += ImageTexts(pair: pair, sourceWords: sourceWords).differences()
                }
                differences += NameDifferences(pair: pair, links: links).differences(besides: differences[start...])
            case .html: differences += MachineryDifferences(pair: pair, links: links).differences()
            default: break
            }
        }
        return CodeUsage(set: set, member: member).settled(NameUsage(set: set, member: member).settled(differences))
    }

    /// What only a translation can get wrong within a pair.
    private static func translation(_ pairs: [SegmentPair], sourceWords: FunctionWords?) -> [Difference] {
        var differences = LengthDifferences(pairs: pairs.filter { !$0.isJoined }).differences()
        guard let sourceWords else { return differences }
        for pair in pairs { differences += LinkTexts(pair: pair, sourceWords: sourceWords).differences() }
        return differences
    }
}

extension [Difference] {
    /// A link that is lost with the image that was its text is one loss.
    fileprivate var withoutImagesOfLostLinks: [Difference] {
        let links = filter { $0.kind == .lost && $0.aspect == .link }
        guard !links.isEmpty, contains(where: { $0.kind == .missing && $0.aspect == .image }) else { return self }
        return filter { difference in
            guard difference.kind == .missing, difference.aspect == .image, let image = difference.counterparts.first
            else { return true }
            return !links.contains { link in
                link.passage.member == difference.passage.member
                    && link.counterparts.first.map { $0.member == image.member && $0.range.contains(image.range) }
                        ?? false
            }
        }
    }

    /// Without those that cells bring about that have changed places.
    fileprivate func outside(_ swaps: [Difference]) -> [Difference] {
        if swaps.isEmpty { return self }
        return filter { difference in !swaps.contains { $0.passage.range.contains(difference.passage.range) } }
    }

    /// Without links that a passage has lost since their labels are not defined: the brackets are there.
    fileprivate func withoutLinks(lostBy references: [Difference]) -> [Difference] {
        if references.isEmpty { return self }
        let places = Dictionary(grouping: references.map(\.passage), by: \.member)
            .mapValues { $0.map(\.range.start).sorted() }
        return filter { difference in
            guard difference.kind == .lost, difference.aspect == .link,
                let starts = places[difference.passage.member]
            else { return true }
            let next = starts.partitioningIndex { $0 >= difference.passage.range.start }
            return next == starts.count || starts[next] >= difference.passage.range.end
        }
    }
}
