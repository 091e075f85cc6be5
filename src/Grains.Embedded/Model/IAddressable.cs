namespace Orleans.Runtime;

/// <summary>What calls can be addressed to: grains and references to them.</summary>
public interface IAddressable;
