/// Does what was asked for and returns the exit status.
func run(_ invocation: Invocation) -> Int32 {
    Stream.standardError.write("driftlint: this command is not available yet\n")
    return ExitStatus.wrongUsage
}
