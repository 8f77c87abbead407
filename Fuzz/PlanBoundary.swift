import Digests
import OrderedJSON
import RunbookApp
import RunbookModel
import RunbookReport
import RunbookRun

/// A plan that somebody hands over for `exec --plan`: two of them, with a zero byte between.
enum PlanBoundary {
    static func feed(_ bytes: [UInt8]) {
        let (first, second) = bytes.halves
        let source = SourceText(file: "plan.json", bytes: first)
        do {
            _ = try ReviewedPlan(source)
        } catch {
            Renderings.promiseHarmless([error], source)
        }
        guard let before = try? JSON(bytes: first) else { return }
        let sealed: JSON = ["plan": before, "sha256": .string(SHA256.hex(before.bytes(.canonical)))]
        _ = try? ReviewedPlan(SourceText(file: "plan.json", bytes: sealed.bytes()))
        guard let after = try? JSON(bytes: second) else { return }
        promise(PlanDifferences.between(before, before).isEmpty, "a plan does not differ from itself")
        _ = PlanDifferences.text(PlanDifferences.between(before, after))
    }
}
