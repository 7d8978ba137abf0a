import { writeFileSync } from 'node:fs'
import { generatedPages } from './pages'

for (const [name, text] of Object.entries(generatedPages())) writeFileSync(`docs/${name}`, text)
