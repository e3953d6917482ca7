import DriftFindings
import DriftText

/// Tells the findings that a change has brought about from those that were there before.
struct NewFindings {
    /// What stays equal when a passage is edited nearby: digits and emphasis in a message are not looked at.
    private struct Likeness: Hashable {
        let rule: String
        let path: String
        let message: [UInt8]

        init(_ finding: Finding) {
            rule = finding.rule
            path = finding.place.path
            message = finding.message.utf8.filter {
                !$0.isASCIIDigit && $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "_")
            }
        }
    }

    private let fingerprints: Set<String>
    private let before: [Finding]

    init(before: [Finding]) {
        self.before = before
        fingerprints = Set(before.map(\.fingerprint))
    }

    /// Findings with a new fingerprint, less those that are as one whose fingerprint is gone.
    func among(_ after: [Finding]) -> [Finding] {
        let kept = Set(after.map(\.fingerprint))
        var gone: [Likeness: Int] = [:]
        for finding in before where !kept.contains(finding.fingerprint) { gone[Likeness(finding), default: 0] += 1 }
        return after.filter { finding in
            guard !fingerprints.contains(finding.fingerprint) else { return false }
            let likeness = Likeness(finding)
            guard let count = gone[likeness], count > 0 else { return true }
            gone[likeness] = count - 1
            return false
        }
    }
}
