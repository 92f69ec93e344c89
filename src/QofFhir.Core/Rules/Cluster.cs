using System.Collections.Frozen;

namespace QofFhir.Core.Rules;

/// <summary>Whether a cluster's codes name medicines and vaccine products, or anything else.</summary>
public enum ClusterClass { Code, Drug }

/// <summary>How much of a cluster's published list is held.</summary>
public enum Completeness { None, Partial, Full }

/// <summary>A cluster of the business rules with the codes that we hold.</summary>
/// <param name="Name">The cluster's name in the business rules, such as <c>DM_COD</c>.</param>
/// <param name="Codes">As <see cref="Records.CodeKey"/>s; empty when <paramref name="Completeness"/> is None.</param>
/// <param name="Version">Version of the list as its source gives it.</param>
/// <param name="Ingredients">Code to ingredient, for rules that count substances; null where the value set maps none.</param>
public sealed record Cluster(
    string Name, ClusterClass Class, IReadOnlySet<string> Codes, Completeness Completeness, string Version,
    FrozenDictionary<string, string>? Ingredients = null);
