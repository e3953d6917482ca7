import DriftLanguage
import DriftLayout
import DriftMarkdown
import DriftMutations
import DriftText

/// One change that is to be tried on one member of a set.
struct Trial: Sendable {
    /// Index of the set.
    let set: Int
    /// Index of the member, from 1.
    let member: Int
    let mutation: Mutation
}

/// Chooses the changes of a self-test: the same for a seed, however many jobs there are and whatever other kinds are asked
/// for.
struct TrialPlan: Sendable {
    /// A translation by its place.
    private struct Pair: Sendable {
        let set: Int
        let member: Int
    }

    /// Pairs that are read at once; the choice does not depend on it.
    private static let chunk = 64

    let sets: [LocaleSet]
    let files: any Files
    let kinds: [MutationKind]
    let perKind: Int
    let seed: UInt64
    let jobs: Int

    /// The trials of each kind in the order of kinds, from as many different translations as possible.
    func trials() async -> [Trial] {
        let pairs = pairs()
        // Where there are few pairs, each has to give several.
        let depth = pairs.isEmpty ? 1 : 1 + 4 * perKind / pairs.count
        var rounds = [MutationKind: [[Trial]]]()
        for start in stride(from: 0, to: pairs.count, by: Self.chunk) {
            let wanted = kinds.filter { (rounds[$0]?.first?.count ?? 0) < perKind }
            if wanted.isEmpty { break }
            let part = Array(pairs[start..<min(start + Self.chunk, pairs.count)])
            for found in await Parallel.map(part, jobs: jobs, { trials(on: $0, wanted, depth: depth) }) {
                for kind in wanted {
                    for (round, trial) in (found[kind] ?? []).enumerated() {
                        while rounds[kind, default: []].count <= round { rounds[kind, default: []].append([]) }
                        rounds[kind, default: []][round].append(trial)
                    }
                }
            }
        }
        return kinds.flatMap { (rounds[$0] ?? []).joined().prefix(perKind) }
    }

    private func pairs() -> [Pair] {
        var generator = SplitMix(seed: seed, name: "pairs")
        return generator.shuffled(
            sets.indices.flatMap { set in sets[set].members.indices.dropFirst().map { Pair(set: set, member: $0) } })
    }

    /// Changes to one translation; none where it cannot be read or is no counterpart of its source.
    private func trials(on pair: Pair, _ kinds: [MutationKind], depth: Int) -> [MutationKind: [Trial]] {
        let (source, target) = (sets[pair.set].members[0], sets[pair.set].members[pair.member])
        guard let original = try? files.read(source.path), let bytes = try? files.read(target.path) else { return [:] }
        let subject = Subject(
            source: Document(SourceText(original)), source.locale, target: Document(SourceText(bytes)), target.locale)
        guard subject.isComparable else { return [:] }
        var result: [MutationKind: [Trial]] = [:]
        for kind in kinds {
            var generator = SplitMix(seed: seed, name: "\(kind.rawValue) \(pair.set) \(pair.member)")
            result[kind] = subject.mutations(of: kind, limit: depth, using: &generator)
                .map { Trial(set: pair.set, member: pair.member, mutation: $0) }
        }
        return result
    }
}
