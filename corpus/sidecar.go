package corpus

import (
	"maps"
	"slices"
)

// sidecarName is the file in the root that states metadata for others.
const sidecarName = "sources.yaml"

type sidecar struct{}

func (l *loader) readSidecar() {}

func (s *sidecar) metadata(id string) Metadata { return Metadata{} }

func sortedKeys(m map[string]any) []string { return slices.Sorted(maps.Keys(m)) }
