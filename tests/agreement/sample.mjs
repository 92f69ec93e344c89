// Which patients a measure is tried on.

/**
 * Up to so many, in turn from every outcome that our engine gave, those outside the population among them.
 * Edge patients are named for the indicator that they were made for: its own come first in each turn.
 */
export function chosen(ids, ours, indicator, limit) {
  if (!limit || ids.length <= limit) {
    return ids;
  }

  const own = new Set(ids.filter((id) => id.startsWith(`${indicator.replaceAll('_', '-')}-`)));
  const groups = new Map();
  for (const id of [...own, ...ids.filter((id) => !own.has(id))]) {
    const outcome = ours.get(id);
    const name = outcome ? `${outcome.outcome}|${outcome.row}` : 'outside';
    const group = groups.get(name);
    group ? group.push(id) : groups.set(name, [id]);
  }

  const taken = [];
  for (let turn = 0; taken.length < limit; turn++) {
    for (const group of groups.values()) {
      if (turn < group.length && taken.length < limit) {
        taken.push(group[turn]);
      }
    }
  }

  return taken;
}
