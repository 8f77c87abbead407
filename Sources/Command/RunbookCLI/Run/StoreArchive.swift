import RunbookApp
import RunbookStore

/// The store, as the use cases know it.
struct StoreArchive: RunArchive {
    let store: RunStore
    let session: Session

    func begin() async throws -> any OwnedJournal { try await store.begin(session) }

    func use(plan hash: String, for run: String) async throws -> String? { try await store.use(plan: hash, for: run) }

    func claim(_ subject: [String]) async throws -> TargetClaim {
        do throws(StoreFailure) {
            let claim = try await store.claim(subject, session)
            return .granted { claim.release() }
        } catch {
            guard case .environmentHeld(let owner) = error else { throw error }
            return .held(by: owner?.description ?? "owner unknown", error)
        }
    }
}

extension RunJournal: OwnedJournal {}
