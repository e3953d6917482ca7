internal import DriftFindings
internal import DriftText

/// The related places of a cause, sorted into those that all its findings share and those of single findings.
///
/// A counterpart that is itself a place of the cause is shown there already and left out.
struct Counterparts {
    /// In the order of the first finding.
    let shared: [RelatedPlace]
    private let places: Set<Spot>

    /// Where a place begins; unlike a place it can be hashed without reading the line that it shows.
    private struct Spot: Hashable {
        var path: String
        var offset: Int

        init(_ place: Place) {
            path = place.path
            offset = place.start.offset
        }
    }

    /// O(findings × related places of one finding, squared).
    init(_ cause: Cause) {
        let places = Set(cause.findings.map { Spot($0.place) })
        let first = cause.findings.first?.related ?? []
        shared = first.filter { candidate in
            !places.contains(Spot(candidate.place))
                && cause.findings.dropFirst().allSatisfy { $0.related.contains(candidate) }
        }
        self.places = places
    }

    /// What has to be shown at the finding itself.
    func own(of finding: Finding) -> [RelatedPlace] {
        finding.related.filter { !shared.contains($0) && !places.contains(Spot($0.place)) }
    }
}
