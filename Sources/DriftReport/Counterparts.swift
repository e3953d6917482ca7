internal import DriftFindings
internal import DriftText

/// The related places of a cause, sorted into those that all its findings share and those of single findings.
///
/// A counterpart that is itself a place of the cause is shown there already and left out.
struct Counterparts {
    /// In the order of the first finding.
    let shared: [RelatedPlace]
    private let hidden: Set<RelatedPlace>
    private let places: Set<Place>

    init(_ cause: Cause) {
        let places = Set(cause.findings.map(\.place))
        let first = cause.findings.first?.related ?? []
        var common = Set(first)
        for finding in cause.findings.dropFirst() { common.formIntersection(finding.related) }
        shared = first.filter { common.contains($0) && !places.contains($0.place) }
        hidden = common
        self.places = places
    }

    /// What has to be shown at the finding itself.
    func own(of finding: Finding) -> [RelatedPlace] {
        finding.related.filter { !hidden.contains($0) && !places.contains($0.place) }
    }
}
