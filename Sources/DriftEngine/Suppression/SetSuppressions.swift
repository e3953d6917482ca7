import DriftAlignment
import DriftFindings
import DriftLanguage
import DriftRules
import DriftText

/// What the documents of a locale set suppress, and which of it was of use.
struct SetSuppressions {
    /// A comment that is to be reported.
    struct Problem {
        let rule: Rule
        let member: Int
        let comment: ByteRange
        let message: String
    }

    private let set: AlignedSet
    private let rules: RuleBook
    private let documents: [DocumentSuppressions]
    /// Indices of the suppressions of each member that covered something.
    private var used: [Set<Int>]

    init(_ set: AlignedSet, rules: RuleBook) {
        self.set = set
        self.rules = rules
        documents = set.members.map { SuppressionReader.read($0.outline.document, rules: rules) }
        used = documents.map { _ in [] }
    }

    /// Whether no document suppresses anything, or tries to.
    var isEmpty: Bool {
        documents.allSatisfy { $0.suppressions.isEmpty && $0.invalid.isEmpty && $0.needless.isEmpty }
    }

    /// Why a claim is not to be reported; nil where it is. A suppression stands where it has to be edited, or at its
    /// counterpart in the source, where it holds for all locales.
    mutating func cover(_ claim: Claim) -> Finding.Suppression? {
        let difference = claim.difference
        let locale = set.members[difference.passage.member].locale
        var reason = cover(claim, difference.passage, locale)
        for counterpart in difference.counterparts where counterpart.member == 0 && difference.passage.member != 0 {
            if let own = cover(claim, counterpart, locale) { reason = reason ?? own }
        }
        for (index, suppression) in documents[0].suppressions.enumerated()
        where suppression.isForFile && suppression.names(claim.rule.id, locale) {
            used[0].insert(index)
            reason = reason ?? suppression.reason
        }
        return reason.map { .inSource(reason: $0) }
    }

    /// The reason of the first suppression of several.
    private mutating func cover(_ claim: Claim, _ passage: Difference.Passage, _ locale: LanguageTag) -> String? {
        let suppressions = documents[passage.member].suppressions
        if suppressions.isEmpty { return nil }
        var reason: String?
        let (rule, start) = (claim.rule.id, passage.range.lower)
        let isAbsent = claim.difference.kind == .missing && passage.member == claim.difference.passage.member
        let end = isAbsent ? gapEnd(behind: passage) : max(start, passage.range.upper - 1)
        for (index, suppression) in suppressions.enumerated() {
            let holds =
                isAbsent
                ? suppression.holds(for: rule, from: start, through: end)
                : suppression.holds(for: rule, at: start) || suppression.holds(for: rule, at: end)
            guard holds, suppression.names(rule, locale) else { continue }
            used[passage.member].insert(index)
            reason = reason ?? suppression.reason
        }
        return reason
    }

    /// Where the block begins before which a missing part belongs: a comment in its stead is about it.
    private func gapEnd(behind passage: Difference.Passage) -> Int {
        let document = set.members[passage.member].outline.document
        let blocks = document.blocks
        // Blocks are in the order of their first bytes.
        var low = blocks.dropFirst().partitioningIndex { $0.range.start >= passage.range.end }
        // More comments than anybody writes in a row are not all passed, once for each claim.
        let last = min(blocks.count, low + 100)
        while low < last, blocks[low].kind == .comment { low += 1 }
        return low < blocks.count ? blocks[low].range.lower : document.source.bytes.count
    }

    // MARK: What was of no use

    /// Comments that cannot be understood or that covered no claim, in the order of members.
    func problems() -> [Problem] {
        set.members.indices.flatMap { member in
            problems(member, "invalid-suppression", documents[member].invalid)
                + problems(member, "unused-suppression", documents[member].needless + unused(member))
        }
    }

    private func problems(_ member: Int, _ id: String, _ list: [SuppressionProblem]) -> [Problem] {
        guard let rule = rules[id] else { return [] }
        let locale = set.members[member].locale
        return list.filter { problem in
            !documents[member].suppressions.contains { suppression in
                suppression.name != nil && suppression.names(id, locale)
                    && suppression.holds(for: id, at: problem.comment.lower)
            }
        }.map { Problem(rule: rule, member: member, comment: $0.comment, message: $0.message) }
    }

    /// One problem for each comment: the names in it that covered nothing.
    private func unused(_ member: Int) -> [SuppressionProblem] {
        if set.unrelated.contains(member) { return [] }
        var names: [ByteRange: [String]] = [:]
        var order: [ByteRange] = []
        for (index, suppression) in documents[member].suppressions.enumerated()
        where !used[member].contains(index) && canBeJudged(suppression) {
            if names[suppression.comment] == nil { order.append(suppression.comment) }
            names[suppression.comment, default: []].append(suppression.name.map { "`\($0)`" } ?? "any rule")
        }
        return order.map { comment in
            let list = (names[comment] ?? []).joined(separator: ", ")
            return SuppressionProblem(comment: comment, message: "nothing of \(list) is found here to be suppressed")
        }
    }

    /// Not what depends on which other documents are checked in the same run, nor what silences these rules themselves.
    private func canBeJudged(_ suppression: Suppression) -> Bool {
        let ids = suppression.rules
        guard suppression.name != nil else { return true }
        return !rules.rules.contains {
            ids.contains($0.id) && ($0.check == .consistent || $0.check == .suppression)
        }
    }
}
