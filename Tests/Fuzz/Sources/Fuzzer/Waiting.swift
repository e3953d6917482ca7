import Dispatch
import DriftText

/// Waits for what runs in other tasks, as libFuzzer calls us from outside of any.
func waiting<Result: Sendable>(for work: @escaping @Sendable () async -> Result) -> Result {
    let done = DispatchSemaphore(value: 0)
    let kept = Locked<Result?>(nil)
    Task {
        let result = await work()
        kept.withLock { $0 = result }
        done.signal()
    }
    done.wait()
    guard let result = kept.withLock({ $0 }) else { preconditionFailure("nothing came of it") }
    return result
}
