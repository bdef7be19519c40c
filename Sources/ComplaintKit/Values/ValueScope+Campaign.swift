import Casebook
import Matter
import Templates

extension ValueScope {
  /// What a campaign's dates allow to be said on a day.
  mutating func set(_ campaign: Campaign, on date: CivilDate) {
    for policy in campaign.policies { set("fact.\(policy.key)", flag: policy.effective <= date) }
    for channel in campaign.channels {
      let isOpen = (channel.from.map { $0 <= date } ?? true) && (channel.until.map { date <= $0 } ?? true)
      set("channel.\(channel.id)", flag: isOpen)
    }
    for gate in campaign.gates where gate.subject == .document { set(gate.key, flag: gate.isOpen(on: date)) }
  }
}
