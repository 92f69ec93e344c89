// Which patients a measure is tried on.

/**
 * All patients made for the edges of this indicator, who are named for it, and then others up to so many:
 * in turn from every outcome that our engine gave, those outside the population among them.
 * @param indicator undefined: nobody's edges, and only the others
 */
export function chosen(ids, ours, indicator, limit) {
  if (!limit || ids.length <= limit) {
    return ids;
  }

  const taken = indicator ? ids.filter((id) => id.startsWith(`${indicator.replaceAll('_', '-')}-`)) : [];
  const own = new Set(taken);
  const groups = new Map();
  for (const id of ids.filter((i) => !own.has(i))) {
    const outcome = ours.get(id);
    const name = outcome ? `${outcome.outcome}|${outcome.row}` : 'outside';
    const group = groups.get(name);
    group ? group.push(id) : groups.set(name, [id]);
  }

  for (let turn = 0; taken.length < limit; turn++) {
    for (const group of groups.values()) {
      if (turn < group.length && taken.length < limit) {
        taken.push(group[turn]);
      }
    }
  }

  return taken;
}
