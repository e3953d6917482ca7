import DriftAlignment
import DriftRules
import DriftText

/// What locale sets teach together.
struct Lessons: Sendable {
    var profile = Profile()
    /// Nil where nothing is to be inserted.
    var renderings: Renderings?
}

/// What the judgement of one set asks of what all teach.
struct LessonInquiry: Sendable {
    let profile: Inquiry<Profile>
    /// Nil where nothing is to be inserted.
    let renderings: Inquiry<Renderings>?

    /// Whether the judgement would be the same with other lessons.
    func holds(in lessons: Lessons) -> Bool {
        profile.holds(in: lessons.profile) && renderings?.holds(in: lessons.renderings ?? Renderings()) ?? true
    }
}

/// Gathers what sets teach while they are read, on several threads.
struct Learning: Sendable {
    private let profile = Locked(Profile())
    private let renderings: Locked<Renderings>?
    /// What is known from elsewhere, of more documents.
    private let wider: Locked<Profile>?

    /// - Parameter renderings: whether translations of whole texts are learnt, too.
    init(wider: Profile?, renderings: Bool) {
        self.wider = wider.map(Locked.init)
        self.renderings = renderings ? Locked(Renderings()) : nil
    }

    func add(_ set: AlignedSet) {
        let own = Profile(surveying: set)
        profile.withLock { $0.merge(own) }
        guard let renderings else { return }
        let texts = Renderings(surveying: set)
        renderings.withLock { $0.merge(texts) }
    }

    /// Asks what is known so far. What was known before the run knows more than its first sets.
    func inquiry() -> LessonInquiry {
        LessonInquiry(profile: Inquiry(wider ?? profile), renderings: renderings.map(Inquiry.init))
    }

    /// All that was learnt.
    var lessons: Lessons {
        let own = profile.withLock { $0 }
        return Lessons(
            profile: wider?.withLock { $0.covering(own) } ?? own, renderings: renderings?.withLock { $0 })
    }
}
