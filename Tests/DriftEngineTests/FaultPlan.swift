import DriftEngine
import DriftText

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// One or all of the calls of the system from some point on that are to fail, and what was called.
struct FaultPlan: Sendable {
    private let calls = Locked<[SystemCalls.Call]>([])
    private let first: Int
    private let isLasting: Bool
    private let fault: SystemCalls.Fault?
    private let watch: @Sendable (SystemCalls.Call) -> Void

    /// - Parameters:
    ///   - index: the call that fails, from 0 in the order of calls.
    ///   - isLasting: whether all calls after it fail, too.
    ///   - watch: told of each call before it is made.
    init(
        _ fault: SystemCalls.Fault? = nil, at index: Int = 0, isLasting: Bool = false,
        watch: @escaping @Sendable (SystemCalls.Call) -> Void = { _ in }
    ) {
        (self.fault, first, self.isLasting, self.watch) = (fault, index, isLasting, watch)
    }

    var system: SystemCalls {
        SystemCalls { call in
            let index = calls.withLock { calls in
                calls.append(call)
                return calls.count - 1
            }
            watch(call)
            return index == first || isLasting && index > first ? fault : nil
        }
    }

    /// Whether the call that is to fail was made at all.
    var isReached: Bool { calls.withLock { $0.count } > first }

    var made: [SystemCalls.Call] { calls.withLock { $0 } }

    /// Numbers with which calls fail.
    static let numbers = [EIO, EACCES, ENOSPC, ENOMEM, EMFILE, EROFS, ESTALE]
}
