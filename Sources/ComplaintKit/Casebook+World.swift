import Casebook

extension Casebook {
  /// The casebook in a world's data folder.
  public init(world: any World) {
    self.init(
      read: { path in world.data(path).map { String(decoding: $0, as: UTF8.self) } },
      list: { world.names(in: $0) })
  }
}
