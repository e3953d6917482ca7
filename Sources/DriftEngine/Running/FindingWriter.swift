import DriftAlignment
import DriftFindings
import DriftRules
import DriftText

/// Resolves claims into findings that outlive their documents.
struct FindingWriter {
    let set: AlignedSet
    /// The set's name as fingerprints have it.
    let setName: String

    /// Findings in the order of member, place and rule. Claims without a severity have none, but count among their
    /// equals, so that suppressing one changes no other's fingerprint.
    func findings(_ claims: [JudgedClaim]) -> [Finding] {
        var ordinals: [Fingerprint: Int] = [:]
        return claims.sorted { precedes($0.claim, $1.claim) }.compactMap { judged in
            let fingerprint = fingerprint(judged.claim)
            let ordinal = ordinals[fingerprint, default: 0]
            ordinals[fingerprint] = ordinal + 1
            return judged.severity.map { severity in
                var finding = finding(judged.claim, severity: severity, fingerprint: fingerprint.text(ordinal: ordinal))
                finding.suppression = judged.suppression
                return finding
            }
        }
    }

    private func precedes(_ left: Claim, _ right: Claim) -> Bool {
        let (first, second) = (left.difference.passage, right.difference.passage)
        return (first.member, first.range.start, first.range.end, left.rule.id, left.message)
            < (second.member, second.range.start, second.range.end, right.rule.id, right.message)
    }

    private func finding(_ claim: Claim, severity: Severity, fingerprint: String) -> Finding {
        let difference = claim.difference
        return Finding(
            rule: claim.rule.id, severity: severity, message: claim.message, set: set.name,
            locale: locale(difference.passage), place: place(difference.passage),
            related: difference.counterparts.map {
                RelatedPlace(locale: locale($0), place: place($0), text: $0.text)
            }, cause: cause(claim), fingerprint: fingerprint, fix: fix(claim))
    }

    /// nil also where the text to write is no valid UTF-8, which no report can carry.
    private func fix(_ claim: Claim) -> FixIt? {
        guard let repair = claim.fix else { return nil }
        var edits: [FixIt.Edit] = []
        for edit in repair.edits {
            let text = String(decoding: edit.replacement, as: UTF8.self)
            guard text.utf8.elementsEqual(edit.replacement) else { return nil }
            edits.append(FixIt.Edit(place: place(edit.range, member: repair.member), replacement: text))
        }
        return FixIt(summary: repair.summary, isSafe: repair.isSafe, edits: edits)
    }

    private func locale(_ passage: Difference.Passage) -> String { set.members[passage.member].locale.description }

    private func place(_ passage: Difference.Passage) -> Place { place(passage.range, member: passage.member) }

    private func place(_ range: ByteRange, member: Int) -> Place {
        set.members[member].outline.document.source.place(range, path: set.members[member].path)
    }

    private func cause(_ claim: Claim) -> String {
        var hash = StableHash()
        hash.combine(set.name)
        if !claim.difference.sharesCause { hash.combine(claim.rule.id) }
        hash.combine(claim.difference.cause)
        return hash.hexadecimal
    }

    private func fingerprint(_ claim: Claim) -> Fingerprint {
        let difference = claim.difference
        let isAbsent = difference.kind == .missing
        return Fingerprint(
            rule: claim.rule.id, set: setName, locale: locale(difference.passage), kind: difference.aspect.rawValue,
            sourceText: isAbsent ? difference.passage.text : difference.counterparts.first?.text ?? "",
            targetText: isAbsent ? "" : difference.passage.text)
    }
}
