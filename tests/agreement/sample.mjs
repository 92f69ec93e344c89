// Which patients a measure is tried on.

/** Up to so many, in turn from every outcome that our engine gave, those outside the population among them. */
export function chosen(ids, ours, limit) {
  if (!limit || ids.length <= limit) {
    return ids;
  }

  const groups = new Map();
  for (const id of ids) {
    const outcome = ours.get(id);
    const name = outcome ? `${outcome.outcome}|${outcome.row}` : 'outside';
    groups.set(name, [...(groups.get(name) ?? []), id]);
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
