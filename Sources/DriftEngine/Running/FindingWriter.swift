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
            return judged.severity.map {
                finding(judged.claim, severity: $0, fingerprint: fingerprint.text(ordinal: ordinal))
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

    private func fix(_ claim: Claim) -> FixIt? {
        claim.replacement.map { replacement in
            FixIt(
                summary: "write “\(replacement)”", isSafe: true,
                edits: [FixIt.Edit(place: place(claim.difference.passage), replacement: replacement)])
        }
    }

    private func locale(_ passage: Difference.Passage) -> String { set.members[passage.member].locale.description }

    private func place(_ passage: Difference.Passage) -> Place {
        let member = set.members[passage.member]
        return member.outline.document.source.place(passage.range, path: member.path)
    }

    private func cause(_ claim: Claim) -> String {
        var hash = StableHash()
        hash.combine(set.name)
        hash.combine(claim.rule.id)
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
