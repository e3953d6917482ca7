import DriftAlignment

/// Code blocks, which are compared line by line without their comments and texts.
struct SameCodeCheck: Check {
    func claims(of rule: Rule, in context: CheckContext) -> [Claim] {
        context.differences.filter { $0.kind == .changed && $0.aspect == .codeBlock }
            .map { difference in
                let fix = CodeRepair(context: context, difference: difference).repair()
                return Claim(rule, difference, message: changed(difference), fix: fix)
            }
    }

    private func changed(_ difference: Difference) -> String {
        if difference.expected.isEmpty { return "code line “\(difference.found)” is not in the source" }
        if difference.found.isEmpty { return "code line “\(difference.expected)” of the source is missing" }
        return "code line “\(difference.found)” is “\(difference.expected)” in the source"
    }
}
