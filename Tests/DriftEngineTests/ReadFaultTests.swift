import DriftRules
import DriftText
import Testing

@testable import DriftEngine

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A run with each of the system's calls failing in turn, and over files that change under its hands: what is not told is
/// as it would have been.
@Suite struct ReadFaultTests {
    private static let documents = [
        "docs/en/a.md": "Wait for 20 seconds.\n", "docs/de/a.md": "Warten Sie 30 Sekunden.\n",
        "docs/fr/a.md": "Attendez 40 secondes.\n", "docs/en/b.md": "Wait for 5 minutes.\n",
        "docs/de/b.md": "Warten Sie 6 Minuten.\n", ".gitignore": "docs/fr/b.md\n",
        "docs/fr/b.md": "Attendez 7 minutes.\n",
        "driftlint.yml": "source: en\n", "mkdocs.yml": "site_name: x\n",
    ]

    private static let rules = Result { try RuleBook.builtIn() }

    private struct Found: Equatable {
        /// What is found, or what stopped the run.
        var findings: [String] = []
        var unreadable: [FileError] = []
    }

    private func run(_ scratch: Scratch, _ plan: FaultPlan) async -> Found {
        let files = DiskFiles(system: plan.system)
        do {
            let project = try ProjectFinder(files: files, workingFolder: "")
                .find(ProjectRequest(paths: [scratch.folder]))
            let linter = Linter(
                files: files, rules: try Self.rules.get(), selection: ["changed-number"], roots: [scratch.folder],
                jobs: 1)
            let outcome = await linter.run(project.layout.sets)
            return Found(
                findings: outcome.findings.map {
                    "\($0.place.path.dropFirst(scratch.folder.utf8.count)) \($0.message)"
                },
                unreadable: project.unreadable + outcome.unreadable)
        } catch {
            return Found(unreadable: [error as? FileError ?? FileError(path: "", reason: "\(error)")])
        }
    }

    private func with(_ body: (Scratch) async throws -> Void) async throws {
        try await Scratch.with { scratch in
            for (name, text) in Self.documents { try scratch.put(text, name) }
            try await body(scratch)
        }
    }

    @Test func aFailingCallIsTold() async throws {
        try await with { scratch in
            let whole = await run(scratch, FaultPlan())
            #expect(whole.findings.count == 3 && whole.unreadable.isEmpty, "\(whole)")
            var told = 0
            for index in 0..<2000 {
                let plan = FaultPlan(.error(EIO), at: index)
                let found = await run(scratch, plan)
                if !plan.isReached {
                    #expect(index > 40 && told > 20)
                    return
                }
                #expect(found.unreadable.count <= 1, "\(found)")
                if found.unreadable.isEmpty {
                    #expect(found == whole, "\(plan.made[index]), call \(index)")
                } else {
                    told += 1
                    #expect(found.unreadable[0].reason == String(cString: strerror(EIO)).lowercased())
                }
            }
            Issue.record("calls without end")
        }
    }

    @Test(arguments: [SystemCalls.Fault.error(EINTR), .short])
    func interruptionsAndShortReadsDoNoHarm(fault: SystemCalls.Fault) async throws {
        try await with { scratch in
            let whole = await run(scratch, FaultPlan())
            for index in 0..<2000 {
                let plan = FaultPlan(fault, at: index)
                #expect(await run(scratch, plan) == whole)
                if !plan.isReached { break }
            }
            if fault == .short { #expect(await run(scratch, FaultPlan(.short, isLasting: true)) == whole) }
        }
    }

    // MARK: Files that change

    /// Does something when a file is opened for the last time, which is for its check.
    private func run(_ scratch: Scratch, _ change: @escaping @Sendable () -> Void) async -> Found {
        let isDone = Locked(false)
        let listed = Locked(0)
        return await run(
            scratch,
            FaultPlan { call in
                if call == .opendir { listed.withLock { $0 += 1 } }
                guard call == .open, listed.withLock({ $0 }) >= 4 else { return }
                if isDone.withLock({ done in
                    defer { done = true }
                    return !done
                }) {
                    change()
                }
            })
    }

    @Test func oneThatVanishesIsOneDiagnostic() async throws {
        try await with { scratch in
            let found = await run(scratch) { scratch.remove("docs/de/a.md") }
            #expect(
                found.unreadable == [
                    FileError(path: scratch.path("docs/de/a.md"), reason: "no such file or directory")
                ])
            #expect(found.findings.map { $0.prefix(13) } == ["/docs/fr/a.md", "/docs/de/b.md"])
        }
    }

    @Test func aSourceThatVanishesHidesNoOtherSet() async throws {
        try await with { scratch in
            let found = await run(scratch) { scratch.remove("docs/en/a.md") }
            #expect(found.unreadable.map(\.path) == [scratch.path("docs/en/a.md")])
            #expect(found.findings.map { $0.prefix(13) } == ["/docs/de/b.md"])
        }
    }

    @Test func oneThatBecomesAPipeOrAFolderIsOneDiagnostic() async throws {
        try await with { scratch in
            let found = await run(scratch) {
                scratch.remove("docs/de/a.md")
                mkfifo(scratch.path("docs/de/a.md"), 0o600)
                scratch.remove("docs/de/b.md")
                mkdir(scratch.path("docs/de/b.md"), 0o700)
            }
            #expect(found.unreadable.map(\.path) == ["a", "b"].map { scratch.path("docs/de/\($0).md") })
            #expect(found.unreadable.allSatisfy { $0.reason == "not a file" })
            #expect(found.findings.map { $0.prefix(13) } == ["/docs/fr/a.md"])
        }
    }

    @Test func oneThatIsReplacedWhileItIsReadIsOneVersion() async throws {
        try await Scratch.with { scratch in
            try scratch.put("first", "a.md")
            let plan = FaultPlan { call in
                if call == .read, scratch.text("a.md") == "first" { try? scratch.put("second", "a.md") }
            }
            #expect(try DiskFiles(system: plan.system).read(scratch.path("a.md")) == Array("second".utf8))
        }
    }

    @Test func oneThatNeverStaysTheSameIsOneDiagnostic() async throws {
        try await Scratch.with { scratch in
            try scratch.put("", "a.md")
            let plan = FaultPlan { call in
                if call == .read { try? DiskFiles().append([0x61], to: scratch.path("a.md")) }
            }
            #expect(throws: FileError(path: scratch.path("a.md"), reason: "changes while it is read")) {
                try DiskFiles(system: plan.system).read(scratch.path("a.md"))
            }
        }
    }
}
