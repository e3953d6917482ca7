import Testing

@testable import DriftEngine

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where the handler of the test writes to, since it can hold nothing.
private let descriptor: Int32 = 250

@Test func signalsTakeEffectBehindTheShield() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0 && dup2(ends[1], descriptor) == descriptor)
    defer { for end in ends + [descriptor] { close(end) } }
    _ = signal(SIGUSR1) { _ in write(descriptor, "x", 1) }
    defer { _ = signal(SIGUSR1, SIG_DFL) }
    var came = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
    InterruptShield.run(from: [SIGUSR1]) {
        kill(getpid(), SIGUSR1)
        usleep(50_000)
        #expect(poll(&came, 1, 0) == 0)
    }
    #expect(poll(&came, 1, 10_000) == 1)
}

@Test func ignoredSignalsStayIgnored() {
    _ = signal(SIGUSR2, SIG_IGN)
    InterruptShield.run(from: [SIGUSR2]) {
        kill(getpid(), SIGUSR2)
    }
    let handler = signal(SIGUSR2, SIG_DFL)
    #expect(handler.map { unsafeBitCast($0, to: Int.self) } == 1)
}
