import DriftText
import Testing

@testable import DriftEngine

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Writing with each of the system's calls failing in turn: a file holds what it held or all of what was written, at every
/// moment, and a failure is told.
@Suite struct WriteFaultTests {
    enum Way: CaseIterable {
        case write, writeOver, replace, append

        func run(_ files: DiskFiles, _ path: String) throws(FileError) {
            let new = Array("new\n".utf8)
            switch self {
            case .write, .writeOver: try files.write(new, to: path)
            case .replace: try files.replace(path, holding: Array("old\n".utf8), with: new)
            case .append: try files.append(new, to: path)
            }
        }

        var before: String? { self == .write ? nil : "old\n" }
        var after: String { self == .append ? "old\nnew\n" : "new\n" }
    }

    /// Runs a way with the first, second, … call failing, until there is none left to fail.
    private func each(
        _ way: Way, _ fault: SystemCalls.Fault, isLasting: Bool = false,
        _ judge: (Scratch, FaultPlan, FileError?) throws -> Void
    ) async throws {
        for index in 0..<100 {
            var isReached = false
            try await Scratch.with { scratch in
                if let text = way.before { try scratch.put(text, "a.md") }
                let plan = FaultPlan(fault, at: index, isLasting: isLasting) { _ in
                    let now = scratch.text("a.md")
                    #expect(now == way.before || now == way.after || way == .append, "half a file")
                }
                var caught: FileError?
                do throws(FileError) {
                    try way.run(DiskFiles(system: plan.system), scratch.path("a.md"))
                } catch {
                    caught = error
                }
                isReached = plan.isReached
                try judge(scratch, plan, caught)
            }
            if !isReached {
                #expect(index > 2)
                return
            }
        }
        Issue.record("calls without end")
    }

    @Test(arguments: Way.allCases, FaultPlan.numbers)
    func aFailingCallIsToldAndLosesNothing(way: Way, number: Int32) async throws {
        try await each(way, .error(number)) { scratch, plan, error in
            guard plan.isReached else {
                #expect(error == nil && scratch.text("a.md") == way.after)
                return
            }
            #expect(scratch.names().allSatisfy { $0 == "a.md" }, "left behind: \(scratch.names())")
            let text = scratch.text("a.md")
            if let error {
                #expect(error.path == scratch.path("a.md"))
                #expect(error.reason == String(cString: strerror(number)).lowercased(), "\(plan.made)")
                // What was added may be there before the file could not be closed.
                #expect(text == way.before || way == .append && text == way.after)
            } else {
                #expect(text == way.after, "\(plan.made)")
            }
        }
    }

    @Test(arguments: Way.allCases, [EIO, ENOSPC])
    func aDiskThatFailsForGoodLosesNothing(way: Way, number: Int32) async throws {
        try await each(way, .error(number), isLasting: true) { scratch, plan, error in
            #expect((error != nil) == (plan.isReached && scratch.text("a.md") != way.after || error != nil))
            if error != nil, way != .append { #expect(scratch.text("a.md") == way.before) }
        }
    }

    @Test(arguments: Way.allCases)
    func interruptionsAndShortWritesDoNoHarm(way: Way) async throws {
        for fault in [SystemCalls.Fault.error(EINTR), .short] {
            try await each(way, fault) { scratch, plan, error in
                #expect(error == nil && scratch.text("a.md") == way.after, "\(plan.made)")
                #expect(scratch.names() == ["a.md"])
            }
        }
        try await Scratch.with { scratch in
            if let text = way.before { try scratch.put(text, "a.md") }
            let plan = FaultPlan(.short, isLasting: true)
            try way.run(DiskFiles(system: plan.system), scratch.path("a.md"))
            #expect(scratch.text("a.md") == way.after)
        }
    }

    @Test func everyCallIsTried() async throws {
        var made: Set<SystemCalls.Call> = []
        for way in Way.allCases {
            try await Scratch.with { scratch in
                if let text = way.before { try scratch.put(text, "a.md") }
                let plan = FaultPlan(.error(EIO), at: 99)
                try way.run(DiskFiles(system: plan.system), scratch.path("a.md"))
                _ = try DiskFiles(system: plan.system).names(in: scratch.folder)
                made.formUnion(plan.made)
            }
        }
        #expect(Set(SystemCalls.Call.allCases).subtracting(made) == [.unlink])
    }

    @Test func whatAnEarlierRunLeftIsNoHindrance() async throws {
        try await Scratch.with { scratch in
            try scratch.put("left", ".driftlint-\(getpid())-0")
            try DiskFiles().write(Array("new".utf8), to: scratch.path("a.md"))
            #expect(scratch.text("a.md") == "new" && scratch.names().count == 2)
        }
    }

    @Test func aNameMayBeAsLongAsNamesCanBe() async throws {
        try await Scratch.with { scratch in
            let name = String(repeating: "n", count: 252) + ".md"
            try scratch.put("old", name)
            try DiskFiles().replace(scratch.path(name), holding: Array("old".utf8), with: Array("new".utf8))
            #expect(scratch.text(name) == "new" && scratch.names() == [name])
        }
    }

    @Test func whatWasWrittenMeanwhileIsKept() async throws {
        try await Scratch.with { scratch in
            try scratch.put("old\n", "a.md")
            let plan = FaultPlan { call in
                if call == .fsync { try? scratch.put("theirs\n", "a.md") }
            }
            #expect(throws: FileError(path: scratch.path("a.md"), reason: "changed since it was read")) {
                try Way.replace.run(DiskFiles(system: plan.system), scratch.path("a.md"))
            }
            #expect(scratch.text("a.md") == "theirs\n" && scratch.names() == ["a.md"])
        }
    }
}
