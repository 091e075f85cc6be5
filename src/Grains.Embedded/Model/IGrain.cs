using Orleans.Runtime;

namespace Orleans;

/// <summary>Marks grain interfaces. Derive from one of the <c>IGrainWith…Key</c> interfaces, which say the key's type.</summary>
public interface IGrain : IAddressable;
