namespace Orleans;

/// <summary>A grain whose key is a string of at least one character that is not white space.</summary>
public interface IGrainWithStringKey : IGrain;
